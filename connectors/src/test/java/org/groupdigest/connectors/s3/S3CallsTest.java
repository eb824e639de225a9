package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.groupdigest.connectors.shared.StoreException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3CallsTest {
  private static final PutObjectResponse DONE = PutObjectResponse.builder().build();
  private static final S3Object OBJECT = S3ServerFixture.text("k", "new").atVersion(5);

  private final ScriptedS3 s3 = new ScriptedS3();
  private final S3Calls calls = new S3Calls(s3, null, "bucket");

  @Test
  void aFreeKeyCostsOneConditionalRequestWithTheHashForTheServer() {
    s3.answering(DONE);
    assertThat(calls.put(OBJECT).join()).isEqualTo(PutOutcome.CREATED);
    assertThat(s3.requests).hasSize(1);
    PutObjectRequest put = (PutObjectRequest) s3.requests.get(0);
    assertThat(put.bucket()).isEqualTo("bucket");
    assertThat(put.ifNoneMatch()).isEqualTo("*");
    assertThat(put.checksumSHA256()).hasSize(44);
    assertThat(put.metadata()).isEqualTo(Map.of("sha256", OBJECT.sha256(), "version", "5"));
  }

  @Test
  void anOlderVersionIsReplacedOnlyIfNobodyElseHasDoneSo() {
    s3.answering(412, there(4, "old"), DONE);
    assertThat(calls.put(OBJECT).join()).isEqualTo(PutOutcome.REPLACED);
    PutObjectRequest second = (PutObjectRequest) s3.requests.get(2);
    assertThat(second.ifMatch()).isEqualTo("etag");
    assertThat(second.ifNoneMatch()).isNull();
  }

  @Test
  void aWriterThatWasOvertakenFailsInsteadOfReplacingTheNewer() {
    s3.answering(412, there(4, "old"), 412);
    assertThat(status(calls.put(OBJECT))).isEqualTo(412);
  }

  @Test
  void anObjectThatWentAwayBetweenTwoRequestsIsAConflictToo() {
    s3.answering(412, 404);
    assertThat(status(calls.put(OBJECT))).isEqualTo(412);
  }

  @Test
  void theSameContentGetsItsNewerVersion() {
    s3.answering(412, there(4, OBJECT.sha256()), DONE);
    assertThat(calls.put(OBJECT).join()).isEqualTo(PutOutcome.REPLACED);
  }

  @Test
  void whatOthersHaveStoredThereIsOlderThanAnyVersion() {
    HeadObjectResponse foreign =
        HeadObjectResponse.builder()
            .eTag("etag")
            .contentLength(1L)
            .metadata(Map.of("version", "seven"))
            .build();
    s3.answering(412, foreign, DONE);
    assertThat(calls.put(OBJECT).join()).isEqualTo(PutOutcome.REPLACED);
  }

  /** What is written late could undo what was written since. */
  @Test
  void whoGivesUpWritesNothingMore() {
    AtomicBoolean givenUp = new AtomicBoolean();
    s3.answering(412, there(4, "old"));
    CompletableFuture<PutOutcome> put = calls.put(OBJECT, () -> givenUp.getAndSet(true));
    assertThatThrownBy(put::join).hasRootCauseInstanceOf(CancellationException.class);
    assertThat(s3.requests).as("one write, and a look").hasSize(2);
  }

  @Test
  void otherFailuresAreNotTakenForAConflict() {
    s3.answering(503);
    assertThat(status(calls.put(OBJECT))).isEqualTo(503);
    s3.answering(412, 403);
    assertThat(status(calls.put(OBJECT))).isEqualTo(403);
  }

  @Test
  void contentThatIsNotWhatItsHashSaysIsNotSent() {
    S3Object liar = new S3Object("k", new byte[1], "", OBJECT.sha256(), 0);
    assertThatThrownBy(() -> calls.put(liar).join()).hasCauseInstanceOf(StoreException.class);
    assertThat(s3.requests).isEmpty();
  }

  @Test
  void aListingFollowsItsPages() {
    s3.answering(page("token", "a", "b"), page(null, "c"));
    assertThat(calls.list("p/").join()).extracting(S3Listed::key).containsExactly("a", "b", "c");
    ListObjectsV2Request second = (ListObjectsV2Request) s3.requests.get(1);
    assertThat(second.continuationToken()).isEqualTo("token");
    assertThat(second.prefix()).isEqualTo("p/");
  }

  @Test
  void removingTakesPageAfterPageFromTheFront() {
    DeleteObjectsResponse gone = DeleteObjectsResponse.builder().build();
    s3.answering(page("token", "a", "b"), gone, page(null, "c"), gone);
    assertThat(calls.deleteAll("p/").join()).isEqualTo(3);
    ListObjectsV2Request second = (ListObjectsV2Request) s3.requests.get(2);
    assertThat(second.continuationToken()).isNull();
    DeleteObjectsRequest last = (DeleteObjectsRequest) s3.requests.get(3);
    assertThat(last.delete().objects()).extracting(ObjectIdentifier::key).containsExactly("c");
  }

  @Test
  void onlyWhatIsNotToBeKeptIsRemovedAsManyAtOnceAsMayBe() {
    String[] keys = IntStream.range(0, 1_002).mapToObj(i -> "p/" + i).toArray(String[]::new);
    DeleteObjectsResponse gone = DeleteObjectsResponse.builder().build();
    s3.answering(page(null, keys), gone, gone);
    S3Write.DeleteOthers others = new S3Write.DeleteOthers("p/", Set.of("p/0", "p/other"));
    calls.deleteOthers(others, () -> false).join();
    assertThat(s3.requests.stream().skip(1).map(r -> (DeleteObjectsRequest) r))
        .extracting(request -> request.delete().objects().size())
        .containsExactly(1_000, 1);
    assertThat(((DeleteObjectsRequest) s3.requests.get(1)).delete().objects().get(0).key())
        .isEqualTo("p/1");
  }

  @Test
  void whereNothingIsToGoNothingIsAskedFor() {
    s3.answering(page(null, "p/a"));
    calls.deleteOthers(new S3Write.DeleteOthers("p/", Set.of("p/a")), () -> false).join();
    assertThat(s3.requests).hasSize(1);
  }

  @Test
  void anObjectThatCannotBeRemovedIsAFailureAndNotASuccess() {
    S3Error locked = S3Error.builder().key("b").code("AccessDenied").build();
    s3.answering(page("token", "a", "b"), DeleteObjectsResponse.builder().errors(locked).build());
    assertThatThrownBy(() -> calls.deleteAll("p/").join())
        .hasCauseInstanceOf(S3Exception.class)
        .hasMessageNotContaining("b/");
    assertThat(s3.requests).as("no endless try").hasSize(2);
  }

  @Test
  void closingClosesTheClient() {
    calls.close();
    assertThat(s3.closed).isTrue();
  }

  private static HeadObjectResponse there(long version, String sha256) {
    return HeadObjectResponse.builder()
        .eTag("etag")
        .contentLength(3L)
        .metadata(Map.of("sha256", sha256, "version", Long.toString(version)))
        .build();
  }

  private static ListObjectsV2Response page(String next, String... keys) {
    List<software.amazon.awssdk.services.s3.model.S3Object> contents =
        List.of(keys).stream().map(S3CallsTest::listed).toList();
    return ListObjectsV2Response.builder()
        .contents(contents)
        .isTruncated(next != null)
        .nextContinuationToken(next)
        .build();
  }

  private static software.amazon.awssdk.services.s3.model.S3Object listed(String key) {
    return software.amazon.awssdk.services.s3.model.S3Object.builder()
        .key(key)
        .size(1L)
        .lastModified(Instant.EPOCH)
        .build();
  }

  private static int status(CompletableFuture<?> call) {
    Throwable failure = call.handle((value, thrown) -> thrown).join();
    Throwable cause = failure instanceof S3Exception ? failure : failure.getCause();
    return ((S3Exception) cause).statusCode();
  }
}
