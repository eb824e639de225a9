package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.connectors.s3.S3ServerFixture.await;
import static org.groupdigest.connectors.s3.S3ServerFixture.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.shared.StoreReply.Answered;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.connectors.sink.SinkJob;
import org.groupdigest.connectors.sink.WriterContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class S3SinkITCase {
  private static final long PAUSE = 50;

  private static S3ServerFixture server;
  private static S3Objects objects;

  private final WriterContext context = new WriterContext();
  private StatefulSinkWriter<Long, BufferedRequestState<S3Write>> writer;

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

  @AfterEach
  void close() throws Exception {
    if (writer != null) {
      writer.close();
    }
  }

  @Test
  void everyElementIsAnObjectAndAReplayChangesNothing() throws Exception {
    SinkJob.run(sink(server.config(), "replay/"));
    List<S3Listed> once = listed("replay/");
    assertThat(once).hasSize(SinkJob.NUMBERS);
    SinkJob.run(sink(server.config(), "replay/"));
    assertThat(listed("replay/")).as("sizes and times of writing, too").isEqualTo(once);
  }

  @Test
  void whatOneElementNoLongerHasIsRemovedInItsTurn() throws Exception {
    S3Sink<Long> sink =
        S3Sink.<Long>builder(server.config())
            .setEntriesConverter((number, anyContext) -> onlyNewest("album/", number))
            .build();
    writer = sink.createWriter(context);
    write(LongStream.of(7, 8, 9));
    writer.flush(true);
    assertThat(listed("album/")).extracting(S3Listed::key).containsExactly("album/9");
    assertThat(listed("albums/")).as("a longer name").extracting(S3Listed::key).hasSize(3);
  }

  /** An album that has the picture of this number alone, and another that keeps all. */
  private static List<S3Write> onlyNewest(String prefix, long number) {
    return List.of(
        S3Write.put(text("albums/" + number, "kept")),
        S3Write.put(text(prefix + number, "picture")),
        S3Write.put(text("draft", "of " + number)),
        S3Write.delete("draft"),
        S3Write.deleteOthers(prefix, Set.of(prefix + number)));
  }

  @Test
  void aServerThatDiesInTheMiddleAndComesBackHasEverything() throws Exception {
    writer = sink(server.config(), "outage/").createWriter(context);
    write(LongStream.range(0, 16));
    context.drainUntil(() -> outstanding() == 0);
    assertThat(listed("outage/")).hasSize(16);
    server.close();
    write(LongStream.range(16, 32));
    context.advanceUntil(PAUSE, () -> context.errors() > 0);
    assertThat(outstanding()).as("in the checkpoint").isEqualTo(16);
    server.startAgain();
    context.advanceUntil(PAUSE, () -> outstanding() == 0);
    assertThat(listed("outage/")).hasSize(32);
  }

  @Test
  void aWrongSecretFailsTheJobByItsName() throws Exception {
    S3Sink<Long> stranger = sink(server.config("wrong"), "stranger/");
    assertThat(SinkJob.failure(stranger)).hasMessage("s3: SignatureDoesNotMatch");
    assertThat(listed("stranger/")).isEmpty();
  }

  private static S3Sink<Long> sink(S3Config config, String prefix) {
    return S3Sink.<Long>builder(config)
        .setElementConverter(
            (number, anyContext) -> S3Write.put(text(prefix + number, "number " + number)))
        .setRetryDelays(new RetryDelays(Duration.ofMillis(PAUSE), Duration.ofMillis(PAUSE)))
        .setMaxTimeInBufferMS(100)
        .build();
  }

  private void write(LongStream numbers) throws Exception {
    for (long number : numbers.toArray()) {
      writer.write(number, null);
    }
  }

  private int outstanding() {
    try {
      return FrozenEntries.entries(writer.snapshotState(1).get(0)).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<S3Listed> listed(String prefix) throws Exception {
    StoreReply<List<S3Listed>> reply = await(objects.list(prefix));
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<List<S3Listed>>) reply).value();
  }
}
