package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.util.ExceptionUtils;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.redis.RedisReply.Answered;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.connectors.sink.DeadElements;
import org.groupdigest.connectors.sink.RejectedEntryException;
import org.groupdigest.connectors.sink.RetryDelay;
import org.groupdigest.connectors.sink.Secret;
import org.groupdigest.connectors.sink.SinkJob;
import org.groupdigest.connectors.sink.StoreAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class RedisSinkITCase {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir Path folder;

  private RedisServerFixture server;
  private Secret password;
  private RedisValues values;

  @BeforeEach
  void start() throws Exception {
    server = new RedisServerFixture();
    password = Secret.file(Files.writeString(folder.resolve("pw"), RedisServerFixture.PASSWORD));
    values = RedisValues.open(new RedisAddress(server.uri(), password, HOUR).resolve());
  }

  @AfterEach
  void stop() throws Exception {
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
    long seed = System.nanoTime();
    List<Long> versions = new ArrayList<>(LongStream.rangeClosed(1, 50).boxed().toList());
    Collections.shuffle(versions, new Random(seed));
    try (RedisEntryStore store = store()) {
      long newest = 0;
      for (long version : versions) {
        await(store.write(versioned(0L, version)));
        newest = Math.max(newest, version);
        assertThat(get("k0")).as("seed %d", seed).isEqualTo(newest + ":v" + newest);
      }
      await(store.write(RedisWrite.deleteIfNewer("k0", 49, HOUR)));
      assertThat(get("k0")).isEqualTo("50:v50");
      await(store.write(RedisWrite.deleteIfNewer("k0", 51, HOUR)));
      await(store.write(versioned(0L, 50)));
      assertThat(VersionedValue.parse(get("k0"))).contains(new VersionedValue(51, null));
      await(store.write(versioned(0L, RedisWrite.HIGHEST_VERSION - 1)));
      await(store.write(versioned(0L, RedisWrite.HIGHEST_VERSION)));
      assertThat(get("k0")).startsWith(RedisWrite.HIGHEST_VERSION + ":");
    }
  }

  @Test
  void plainWritesSetAndRemove() throws Exception {
    try (RedisEntryStore store = store()) {
      await(store.write(RedisWrite.set("ключ", "значение 🙂", HOUR)));
      assertThat(get("ключ")).isEqualTo("значение 🙂");
      await(store.write(RedisWrite.delete("ключ")));
      await(store.write(RedisWrite.delete("ключ")));
      assertThat(get("ключ")).isNull();
    }
  }

  @Test
  void aServerThatDiesInTheMiddleAndComesBackHasAllThatCameAfterwards() throws Exception {
    JobClient job = SinkJob.startHalf(sink((number, context) -> versioned(number, 1)));
    Awaitility.await().until(() -> keys() == SinkJob.NUMBERS / 2);
    server.close();
    SinkJob.goOn();
    SinkJob.awaitFailure();
    server.startAgain();
    job.getJobExecutionResult().get(1, TimeUnit.MINUTES);
    assertThat(keys()).as("the server itself keeps nothing").isEqualTo(SinkJob.NUMBERS / 2);
  }

  @Test
  void aKeyOfAnotherKindIsHandedOverAndTheRestIsWritten() throws Exception {
    assertThat(
            await(values.evaluate("return redis.call('SADD', KEYS[1], 'x')", new String[] {"k3"})))
        .isEqualTo(new Answered<>(1L));
    DeadCounts.CODES.clear();
    SinkJob.run(
        builder()
            .setElementConverter((number, context) -> versioned(number, 1))
            .setDeadElements(new DeadCounts())
            .build());
    assertThat(DeadCounts.CODES).containsExactly("WRONGTYPE");
    assertThat(keys()).isEqualTo(SinkJob.NUMBERS);
  }

  @Test
  void aWrongOrMissingPasswordFailsTheStartByItsName() throws Exception {
    Secret wrong = Secret.file(Files.writeString(folder.resolve("wrong"), "guess"));
    assertThat(startFailure(wrong).code()).isEqualTo("WRONGPASS");
    assertThat(startFailure(null).code()).isEqualTo("NOAUTH");
  }

  private StoreAccessException startFailure(Secret secret) {
    RedisSink<Long> sink =
        builder()
            .setPassword(secret)
            .setElementConverter((number, context) -> versioned(number, 1))
            .build();
    Throwable[] failure = new Throwable[1];
    assertThatThrownBy(() -> SinkJob.run(sink)).satisfies(e -> failure[0] = e);
    return ExceptionUtils.findThrowable(failure[0], StoreAccessException.class).orElseThrow();
  }

  private RedisSinkBuilder<Long> builder() {
    return RedisSink.<Long>builder(server.uri())
        .setPassword(password)
        .setFailureClassifiers(() -> SinkJob.hearing(RedisFailures.classifiers()))
        .setRetryDelay(new RetryDelay(Duration.ofMillis(50), Duration.ofMillis(500)))
        .setMaxBatchSize(10);
  }

  private RedisSink<Long> sink(ElementConverter<Long, RedisWrite> converter) {
    return builder().setElementConverter(converter).build();
  }

  private RedisEntryStore store() throws Exception {
    RedisConfig config = new RedisAddress(server.uri(), password, HOUR).resolve();
    return new RedisEntryStore(new SharedClients().lease(config, () -> RedisValues.open(config)));
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

  /**
   * Notes the codes of dead elements; a sink's parts are copies, and a static is all they share.
   */
  private static final class DeadCounts implements DeadElements<RedisWrite> {
    private static final long serialVersionUID = 1L;
    private static final List<String> CODES = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void add(RedisWrite entry, RejectedEntryException why) {
      CODES.add(why.code());
    }
  }
}
