package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.groupdigest.connectors.redis.RedisReply.Answered;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.connectors.sink.SinkJob;
import org.groupdigest.connectors.sink.WriterContext;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RedisSinkITCase {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final long PAUSE = 50;

  @TempDir Path folder;
  private final WriterContext context = new WriterContext();

  private RedisServerFixture server;
  private Secret password;
  private RedisValues values;
  private StatefulSinkWriter<Long, BufferedRequestState<RedisWrite>> writer;

  @BeforeEach
  void start() throws Exception {
    server = new RedisServerFixture();
    password = Secret.file(Files.writeString(folder.resolve("pw"), RedisServerFixture.PASSWORD));
    values = RedisValues.open(new RedisAddress(server.uri(), password, HOUR).resolve());
  }

  @AfterEach
  void stop() throws Exception {
    if (writer != null) {
      writer.close();
    }
    values.close();
    server.close();
  }

  @Test
  void everyElementIsWrittenForItsTimeAndAReplayChangesNothing() throws Exception {
    SinkJob.run(sink((number, context) -> versioned(number, number + 1)));
    assertThat(get("k7")).isEqualTo("8:v8");
    long ttl = ttl("k7");
    assertThat(ttl).isBetween(HOUR.toMillis() - 60_000, HOUR.toMillis());
    SinkJob.run(sink((number, context) -> versioned(number, number + 1)));
    assertThat(keys()).isEqualTo(SinkJob.NUMBERS);
    assertThat(ttl("k7")).as("not even its time").isLessThanOrEqualTo(ttl);
  }

  @Test
  void aKeyNeverMovesBackwardsInWhateverOrderItsWritesArrive() throws Exception {
    long seed = Seeds.of("order of the writes of one key");
    List<Long> versions = new ArrayList<>(LongStream.rangeClosed(1, 50).boxed().toList());
    Collections.shuffle(versions, new Random(seed));
    try (RedisSender sender = sender()) {
      long newest = 0;
      for (long version : versions) {
        await(sender.send(List.of(versioned(0L, version))));
        newest = Math.max(newest, version);
        assertThat(get("k0")).as("seed %d", seed).isEqualTo(newest + ":v" + newest);
      }
      await(sender.send(List.of(RedisWrite.deleteIfNewer("k0", 49, HOUR))));
      assertThat(get("k0")).isEqualTo("50:v50");
      await(sender.send(List.of(RedisWrite.deleteIfNewer("k0", 51, HOUR))));
      await(sender.send(List.of(versioned(0L, 50))));
      assertThat(VersionedValue.parse(get("k0"))).contains(new VersionedValue(51, null));
      await(sender.send(List.of(versioned(0L, RedisWrite.HIGHEST_VERSION - 1))));
      await(sender.send(List.of(versioned(0L, RedisWrite.HIGHEST_VERSION))));
      assertThat(get("k0")).startsWith(RedisWrite.HIGHEST_VERSION + ":");
    }
  }

  @Test
  void aValueThatTellsItsVersionGivesWayToTheSameAndToNewerOnesOnly() throws Exception {
    try (RedisSender sender = sender()) {
      await(sender.send(List.of(told("<v9>nine", 9), told("<v10>ten", 10))));
      await(sender.send(List.of(told("<v9>late", 9))));
      assertThat(get("told")).isEqualTo("<v10>ten");
      await(sender.send(List.of(told("<v10>again", 10))));
      assertThat(get("told")).isEqualTo("<v10>again");
      await(sender.send(List.of(RedisWrite.set("told", "somebody else's", HOUR))));
      await(sender.send(List.of(told("<v1>one", 1))));
      assertThat(get("told")).as("what tells no version gives way").isEqualTo("<v1>one");
      assertThat(ttl("told")).isBetween(HOUR.toMillis() - 60_000, HOUR.toMillis());
    }
  }

  private static RedisWrite told(String value, long version) {
    return RedisWrite.setUnlessNewer("told", value, version, HOUR);
  }

  @Test
  void plainWritesSetAndRemove() throws Exception {
    try (RedisSender sender = sender()) {
      await(sender.send(List.of(RedisWrite.set("ключ", "значение 🙂", HOUR))));
      assertThat(get("ключ")).isEqualTo("значение 🙂");
      await(sender.send(List.of(RedisWrite.delete("ключ"))));
      await(sender.send(List.of(RedisWrite.delete("ключ"))));
      assertThat(get("ключ")).isNull();
    }
  }

  @Test
  void whatIsSentTogetherIsDoneInItsOrder() throws Exception {
    try (RedisSender sender = sender()) {
      await(
          sender.send(
              List.of(
                  RedisWrite.set("k", "first", HOUR),
                  RedisWrite.delete("k"),
                  RedisWrite.set("k", "last", HOUR),
                  RedisWrite.set("gone", "once", HOUR),
                  RedisWrite.delete("gone"))));
      assertThat(get("k")).isEqualTo("last");
      assertThat(get("gone")).isNull();
    }
  }

  @Test
  void aServerThatDiesInTheMiddleAndComesBackHasAllThatCameAfterwards() throws Exception {
    open(builder());
    write(LongStream.range(0, 50));
    context.drainUntil(() -> outstanding() == 0);
    assertThat(keys()).isEqualTo(50);
    server.close();
    write(LongStream.range(50, 100));
    context.advanceUntil(PAUSE, () -> context.errors() > 0);
    assertThat(outstanding()).as("the checkpoint has what the server has not").isEqualTo(50);
    server.startAgain();
    context.advanceUntil(PAUSE, () -> outstanding() == 0);
    assertThat(keys()).as("the server itself keeps nothing").isEqualTo(50);
    assertThat(get("k99")).isEqualTo("1:v1");
  }

  @Test
  void aKeyOfAnotherKindIsHandedOverAndTheRestIsWritten() throws Exception {
    assertThat(
            await(values.evaluate("return redis.call('SADD', KEYS[1], 'x')", new String[] {"k3"})))
        .isEqualTo(new Answered<>(1L));
    List<String> refused = new ArrayList<>();
    open(builder().setRefusedEntries((write, why) -> refused.add(write.key() + " " + why.code())));
    write(LongStream.range(0, 100));
    context.drainUntil(() -> outstanding() == 0);
    assertThat(refused).containsExactly("k3 WRONGTYPE");
    assertThat(keys()).isEqualTo(100);
  }

  @Test
  void aWrongOrMissingPasswordFailsTheJobByItsName() throws Exception {
    Secret wrong = Secret.file(Files.writeString(folder.resolve("wrong"), "guess"));
    assertThat(jobFailure(wrong).code()).isEqualTo("WRONGPASS");
    assertThat(jobFailure(null).code()).isEqualTo("NOAUTH");
  }

  private StoreException jobFailure(Secret secret) {
    RedisSink<Long> sink =
        builder()
            .setPassword(secret)
            .setRefusedEntries((write, why) -> {})
            .setElementConverter((number, anyContext) -> versioned(number, 1))
            .build();
    return SinkJob.failure(sink);
  }

  private RedisSinkBuilder<Long> builder() {
    return RedisSink.<Long>builder(server.uri())
        .setPassword(password)
        .setElementConverter((number, anyContext) -> versioned(number, 1))
        .setRetryDelays(new RetryDelays(Duration.ofMillis(PAUSE), Duration.ofMillis(PAUSE)))
        .setMaxBatchSize(10);
  }

  private RedisSink<Long> sink(ElementConverter<Long, RedisWrite> converter) {
    return builder().setElementConverter(converter).build();
  }

  private void open(RedisSinkBuilder<Long> builder) throws Exception {
    writer = builder.build().createWriter(context);
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

  private RedisSender sender() {
    RedisConfig config = new RedisAddress(server.uri(), password, HOUR).resolve();
    return new RedisSender(
        new SharedClients().lease(config, () -> RedisValues.open(config)), "^<v(%d+)>");
  }

  private static RedisWrite versioned(Long number, long version) {
    return RedisWrite.setIfNewer("k" + number, "v" + version, version, HOUR);
  }

  private String get(String key) throws Exception {
    return ((Answered<String>) await(values.get(key))).value();
  }

  private long keys() throws Exception {
    return number("return redis.call('DBSIZE')");
  }

  private long ttl(String key) throws Exception {
    return number("return redis.call('PTTL', KEYS[1])", key);
  }

  private long number(String script, String... keys) throws Exception {
    return await(values.evaluate(script, keys)) instanceof Answered<Long> answered
        ? answered.value()
        : -1;
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
