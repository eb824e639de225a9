package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.connectors.s3.S3ServerFixture.await;
import static org.groupdigest.connectors.s3.S3ServerFixture.text;

import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.shared.StoreReply.Answered;
import org.groupdigest.connectors.shared.StoreReply.Refused;
import org.groupdigest.connectors.shared.StoreReply.Unavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class S3ObjectsITCase {
  private static S3ServerFixture server;
  private static S3Objects objects;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new S3ServerFixture(folder);
    objects = S3Objects.open(server.config());
  }

  @AfterAll
  static void stop() {
    objects.close();
    server.close();
  }

  @Test
  void anObjectComesBackAsItWasStored() throws Exception {
    S3Object stored = text("round/чат 🙂.txt", "привет").atVersion(7);
    assertThat(put(stored)).isEqualTo(PutOutcome.CREATED);
    assertThat(await(objects.get(stored.key()))).isEqualTo(new Answered<>(stored));
    S3Stat stat = answer(objects.head(stored.key()));
    assertThat(stat.size()).isEqualTo(12);
    assertThat(stat.contentType()).isEqualTo("text/plain");
    assertThat(stat.sha256()).isEqualTo(stored.sha256());
    assertThat(stat.version()).isEqualTo(7);
  }

  @Test
  void whatIsNotThereIsNoFailure() throws Exception {
    assertThat(await(objects.get("none"))).isEqualTo(new Answered<>(null));
    assertThat(await(objects.head("none"))).isEqualTo(new Answered<>(null));
    assertThat(await(objects.delete("none"))).isEqualTo(new Answered<>(null));
    assertThat(await(objects.verify("none", "0".repeat(64)))).isEqualTo(new Answered<>(false));
    assertThat(await(objects.list("none/"))).isEqualTo(new Answered<>(List.of()));
  }

  @Test
  void theSameContentIsNotWrittenAgain() throws Exception {
    S3Object object = text("same", "content");
    put(object);
    assertThat(put(object)).isEqualTo(PutOutcome.UNCHANGED);
  }

  @Test
  void anOlderVersionNeverReplacesANewerOne() throws Exception {
    S3Object second = text("versions", "second").atVersion(2);
    assertThat(put(text("versions", "first").atVersion(1))).isEqualTo(PutOutcome.CREATED);
    assertThat(put(second)).isEqualTo(PutOutcome.REPLACED);
    assertThat(put(text("versions", "first").atVersion(1))).isEqualTo(PutOutcome.KEPT_NEWER);
    assertThat(put(second)).isEqualTo(PutOutcome.UNCHANGED);
    assertThat(answer(objects.get("versions"))).isEqualTo(second);
  }

  @Test
  void ofManyWritersAtOnceTheNewestWinsOrIsTold() throws Exception {
    List<S3Object> attempts =
        IntStream.range(0, 20).mapToObj(i -> text("race", "v" + i).atVersion(i)).toList();
    List<StoreReply<PutOutcome>> replies =
        attempts.stream().map(this::putLater).map(this::join).toList();
    boolean newestSaysDone = replies.get(19) instanceof Answered;
    for (int round = 0; !newestSaysDone && round < 10; round++) {
      newestSaysDone = await(objects.put(attempts.get(19))) instanceof Answered;
    }
    assertThat(answer(objects.get("race"))).isEqualTo(attempts.get(19));
  }

  @Test
  void contentThatDoesNotMatchItsHashIsNotStored() throws Exception {
    S3Object honest = text("liar", "content");
    S3Object liar = new S3Object("liar", bytes("other"), "text/plain", honest.sha256(), 0);
    assertThat(await(objects.put(liar))).isEqualTo(new Refused<>("corrupt"));
    assertThat(await(objects.head("liar"))).isEqualTo(new Answered<>(null));
  }

  @Test
  void contentThatHasChangedInTheStoreIsNotTakenForTheOriginal() throws Exception {
    S3Object object = text("rotten", "content");
    put(object);
    assertThat(await(objects.verify("rotten", object.sha256()))).isEqualTo(new Answered<>(true));
    Files.write(server.file("rotten"), bytes("c0ntent"));
    assertThat(await(objects.verify("rotten", object.sha256()))).isEqualTo(new Answered<>(false));
    assertThat(await(objects.get("rotten"))).isEqualTo(new Refused<>("corrupt"));
  }

  @Test
  void listingAndRemovingGoOverAllPagesAndLeaveNeighboursAlone() throws Exception {
    int more = 1_050;
    IntStream.range(0, more).mapToObj(i -> putLater(text("t/many/" + i, "x"))).forEach(this::join);
    put(text("t/many2/x", "x"));
    assertThat(answer(objects.list("t/many/"))).hasSize(more);
    assertThat(await(objects.deleteAll("t/many/"))).isEqualTo(new Answered<>((long) more));
    assertThat(answer(objects.list("t/")))
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.key()).isEqualTo("t/many2/x");
              assertThat(left.size()).isOne();
              assertThat(left.lastModified()).isNotNull();
            });
    assertThat(await(objects.deleteAll("t/many/"))).isEqualTo(new Answered<>(0L));
  }

  @Test
  void aPrefixThatCouldTakeNeighboursIsNotRemoved() {
    assertThatThrownBy(() -> objects.deleteAll("group/a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> objects.deleteAll("/")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void idsOfAnyKindKeepToTheirOwnPrefix() throws Exception {
    List<String> ids = List.of("a", "a/b", "..", ".", "", "%2F", "a:b", "\"'", "🙂", "\uD83D");
    for (String id : ids) {
      put(text(S3Keys.prefix("ids", id) + "object", id));
    }
    for (String id : ids) {
      assertThat(answer(objects.list(S3Keys.prefix("ids", id)))).as(id).hasSize(1);
      assertThat(answer(objects.get(S3Keys.prefix("ids", id) + "object")).bytes())
          .as(id)
          .isEqualTo(bytes(id));
    }
    assertThat(answer(objects.list("ids/"))).hasSize(ids.size());
  }

  @Test
  void aStrangerIsRefusedAndAStoreThatIsAwayUnavailable() throws Exception {
    try (S3Objects stranger = S3Objects.open(server.config("wrong"))) {
      assertThat(await(stranger.put(text("k", "v"))))
          .isEqualTo(new Refused<>("SignatureDoesNotMatch"));
      assertThat(await(stranger.head("k"))).isEqualTo(new Refused<>("Http403"));
    }
    S3Objects closed = S3Objects.open(server.config());
    closed.close();
    assertThat(await(closed.get("k"))).isEqualTo(new Unavailable<>("unreachable"));
  }

  /** With two threads a client lost one refusal in forty, and its timeout had to tell. */
  @Test
  void aRefusedConnectionIsToldAtOnce() throws Exception {
    S3Config away = server.config().at(URI.create("http://127.0.0.1:1"));
    for (int i = 0; i < 60; i++) {
      try (S3Objects objects = S3Objects.open(away)) {
        assertThat(await(objects.get("k"))).isEqualTo(new Unavailable<>("unreachable"));
      }
    }
  }

  /** The server closes the connection of a write that it refuses without reading it. */
  @Test
  void whatFollowsARefusedConditionSucceeds() throws Exception {
    put(text("taken", "newer").atVersion(2));
    for (int i = 0; i < 100; i++) {
      assertThat(put(text("taken", "older").atVersion(1))).isEqualTo(PutOutcome.KEPT_NEWER);
      assertThat(put(text("free" + i, "first"))).isEqualTo(PutOutcome.CREATED);
    }
  }

  /**
   * The SDK's threads were started by the first task that wrote, and looked for an XML parser in
   * that task's class loader; after the task had ended no listing could be read any more.
   */
  @Test
  void aClientOutlivesTheTaskThatUsedItFirst() throws Exception {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    try (S3Objects shared = S3Objects.open(server.config())) {
      Thread.currentThread().setContextClassLoader(new ClosedClassLoader());
      await(shared.list("none/"));
      Thread.currentThread().setContextClassLoader(own);
      assertThat(await(shared.list("none/"))).isEqualTo(new Answered<>(List.of()));
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }

  private static final class ClosedClassLoader extends ClassLoader {
    @Override
    public Enumeration<URL> getResources(String name) {
      throw new IllegalStateException("closed");
    }
  }

  @Test
  void aMissingSecretIsSaidAtOnce() throws Exception {
    Secret none = Secret.environment("NO_SUCH_VARIABLE");
    S3Config config = S3Config.aws("b", "us-east-1", S3Credentials.keys(none, none));
    assertThatThrownBy(() -> S3Objects.open(config))
        .isInstanceOf(StoreException.class)
        .hasMessage("environment variable NO_SUCH_VARIABLE: no_secret");
  }

  private PutOutcome put(S3Object object) throws Exception {
    return answer(objects.put(object));
  }

  private CompletableFuture<StoreReply<PutOutcome>> putLater(S3Object object) {
    return objects.put(object).toCompletableFuture();
  }

  private <T> T join(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static <T> T answer(CompletionStage<StoreReply<T>> stage) throws Exception {
    StoreReply<T> reply = await(stage);
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<T>) reply).value();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
