package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.groupdigest.connectors.shared.SharedClients;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

class S3SenderTest {
  private static final PutObjectResponse DONE = PutObjectResponse.builder().build();

  private final ScriptedS3 s3 = new ScriptedS3();
  private final S3Sender sender =
      new S3Sender(
          new SharedClients()
              .lease("bucket", () -> new S3Objects(new S3Calls(s3, null, "bucket"))));

  private final CompletableFuture<Object> first = new CompletableFuture<>();

  @Test
  void objectsOfOneKeyFollowEachOtherAndOthersDoNotWait() {
    s3.answering(first, DONE, DONE);
    CompletableFuture<Void> sent =
        sender.send(List.of(object("a", 1), object("a", 2), object("b")));
    assertThat(keys()).containsExactly("a", "b");
    assertThat(sent).isNotDone();
    first.complete(DONE);
    assertThat(keys()).containsExactly("a", "b", "a");
    assertThat(sent).isCompleted();
  }

  @Test
  void aDeletionOfOthersWaitsForWhatIsBeforeItAndHoldsUpWhatIsAfterIt() {
    ListObjectsV2Response nothing = ListObjectsV2Response.builder().isTruncated(false).build();
    s3.answering(first, DONE, nothing, DONE);
    CompletableFuture<Void> sent =
        sender.send(
            List.of(object("p/a"), object("b"), S3Write.deleteOthers("p/", Set.of()), object("c")));
    assertThat(s3.requests).as("the listing waits").hasSize(2);
    first.complete(DONE);
    assertThat(s3.requests.get(2)).isInstanceOf(ListObjectsV2Request.class);
    assertThat(((PutObjectRequest) s3.requests.get(3)).key()).isEqualTo("c");
    assertThat(sent).isCompleted();
  }

  @Test
  void anObjectIsDeletedAfterItWasStored() {
    s3.answering(first, DeleteObjectResponse.builder().build());
    CompletableFuture<Void> sent = sender.send(List.of(object("a"), S3Write.delete("a")));
    assertThat(s3.requests).hasSize(1);
    first.complete(DONE);
    assertThat(((DeleteObjectRequest) s3.requests.get(1)).key()).isEqualTo("a");
    assertThat(sent).isCompleted();
  }

  @Test
  void aDeletionThatWasGivenUpDoesNotBegin() {
    s3.answering(first);
    CompletableFuture<Void> sent = sender.send(List.of(object("a"), S3Write.delete("a")));
    sent.cancel(false);
    first.complete(DONE);
    assertThat(s3.requests).hasSize(1);
  }

  @Test
  void noMoreAreOnTheirWayThanMayBe() {
    int most = S3Sender.AT_ONCE;
    s3.answering(first);
    IntStream.range(0, 2 * most).forEach(i -> s3.answering(new CompletableFuture<>()));
    var unused = sender.send(IntStream.range(0, 2 * most).mapToObj(i -> object("k" + i)).toList());
    assertThat(keys()).hasSize(most);
    first.complete(DONE);
    assertThat(keys()).hasSize(most + 1);
  }

  @Test
  void aBatchThatFailedEndsWhenNothingOfItIsUnderWay() {
    s3.answering(503, first);
    CompletableFuture<Void> sent =
        sender.send(List.of(object("a", 1), object("b"), object("a", 2)));
    assertThat(sent).isNotDone();
    first.complete(DONE);
    assertThat(sent).isCompletedExceptionally();
    assertThat(keys()).as("nothing after a failure of the same key").containsExactly("a", "b");
  }

  @Test
  void nothingOfABatchThatWasGivenUpBegins() {
    s3.answering(first);
    CompletableFuture<Void> sent = sender.send(List.of(object("a", 1), object("a", 2)));
    sent.cancel(false);
    first.complete(DONE);
    assertThat(keys()).containsExactly("a");
  }

  @Test
  void closingGivesTheClientBack() {
    sender.close();
    assertThat(s3.closed).isTrue();
  }

  private List<String> keys() {
    return s3.requests.stream().map(request -> ((PutObjectRequest) request).key()).toList();
  }

  private static S3Write object(String key) {
    return object(key, 1);
  }

  private static S3Write object(String key, long version) {
    return S3Write.put(S3ServerFixture.text(key, "text").atVersion(version));
  }
}
