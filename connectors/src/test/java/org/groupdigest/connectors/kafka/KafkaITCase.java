package org.groupdigest.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class KafkaITCase {
  private static LocalStack broker;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    broker = LocalStack.builder().folder(home).services(EnumSet.of(Service.KAFKA)).start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void missingTopicsAreCreatedAndOthersComparedButNotChanged() {
    TopicSpec compacted = TopicSpec.of("ensured", 3, 1).with("cleanup.policy", "compact");
    assertThat(ensure(compacted)).isEqualTo(new Topics.Report(List.of("ensured"), List.of()));
    assertThat(ensure(compacted)).isEqualTo(new Topics.Report(List.of(), List.of()));

    TopicSpec other = TopicSpec.of("ensured", 5, 1).with("cleanup.policy", "delete");
    for (int i = 0; i < 2; i++) {
      assertThat(ensure(other).differences())
          .containsExactly(
              "ensured: partitions is 3, should be 5",
              "ensured: cleanup.policy is compact, should be delete");
    }
  }

  @Test
  void aRefusedTopicIsAnException() {
    assertThatThrownBy(() -> ensure(TopicSpec.of("refused", 1, 9)))
        .isInstanceOf(KafkaException.class);
  }

  @Test
  void recordsGoRoundByteForByteIncludingTombstonesAndHeaders() throws Exception {
    ensure(TopicSpec.of("round-in", 2, 1), TopicSpec.of("round-out", 1, 1));
    produce(
        "round-in",
        new KafkaMessage("round-in", bytes("a"), new byte[] {(byte) 0xC3, 0x28}, Map.of("h", "1")),
        KafkaMessage.of("round-in", bytes("b"), null),
        KafkaMessage.of("round-in", null, bytes("no key")));

    copy("round-in", "round-out", new Configuration(), new Passing());

    assertThat(read("round-out", "check"))
        .extracting(record -> new KafkaMessage("", record.key(), record.value(), record.headers()))
        .containsExactlyInAnyOrder(
            new KafkaMessage("", bytes("a"), new byte[] {(byte) 0xC3, 0x28}, Map.of("h", "1")),
            KafkaMessage.of("", bytes("b"), null),
            KafkaMessage.of("", null, bytes("no key")));
  }

  @Test
  void afterAFailureReadersSeeEveryRecordOnce() throws Exception {
    ensure(TopicSpec.of("once-in", 1, 1), TopicSpec.of("once-out", 1, 1));
    produce(
        "once-in",
        LongStream.range(0, 2_000)
            .mapToObj(i -> KafkaMessage.of("once-in", null, bytes("m" + i)))
            .toArray(KafkaMessage[]::new));
    Configuration restarting = new Configuration();
    restarting.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    restarting.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
    restarting.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);

    copy("once-in", "once-out", restarting, new FailOnce());
    assertThat(FailOnce.FAILED).isTrue();

    List<String> values =
        read("once-out", "check").stream()
            .map(record -> new String(record.value(), StandardCharsets.UTF_8))
            .toList();
    assertThat(values).hasSize(2_000).doesNotHaveDuplicates();
  }

  @Test
  void aSourceGoesOnWhereItsGroupHasCommitted() throws Exception {
    ensure(TopicSpec.of("resumed", 1, 1));
    produce("resumed", KafkaMessage.of("resumed", null, bytes("first")));
    assertThat(read("resumed", "resuming")).hasSize(1);
    produce("resumed", KafkaMessage.of("resumed", null, bytes("second")));
    assertThat(read("resumed", "resuming"))
        .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
        .containsExactly("second");
  }

  @Test
  void aBacklogIsReadWithoutAnyRecordBeingLateAndTheQuietTopicThenMovesOn() throws Exception {
    ensure(TopicSpec.of("quiet", 2, 1));
    long old = System.currentTimeMillis() - Duration.ofDays(2).toMillis();
    produce(
        "quiet",
        LongStream.range(0, 300)
            .mapToObj(i -> KafkaMessage.of("quiet", bytes("k"), bytes(Long.toString(old + i))))
            .toArray(KafkaMessage[]::new));
    Duration tick = Duration.ofMillis(20);
    // One partition has the backlog, the other nothing. Reading takes 9 s, longer than any silence
    // here, and each silence is longer than a loaded machine takes to fetch.
    IdleClockOptions options =
        new IdleClockOptions(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(6),
            Duration.ofSeconds(1),
            tick);
    WatermarkStrategy<KafkaRecord> watermarks =
        IdleClockWatermarks.<KafkaRecord>of(options, Clock.systemUTC())
            .withTimestampAssigner(
                (record, brokerTime) ->
                    Long.parseLong(new String(record.value(), StandardCharsets.UTF_8)));
    StreamExecutionEnvironment env = environment(new Configuration());
    env.getConfig().setAutoWatermarkInterval(tick.toMillis());
    var source =
        KafkaSources.reading(broker.kafka().bootstrapServers(), "quiet").groupId("quiet").build();
    DataStream<String> seen =
        env.fromSource(source, watermarks, "quiet")
            .keyBy(KafkaRecord::topic, TypeInformation.of(String.class))
            .process(new LateOrClosed())
            .returns(String.class);

    List<String> results = new ArrayList<>();
    CloseableIterator<String> iterator = seen.executeAndCollect();
    while (!results.contains("closed")) {
      results.add(iterator.next());
    }
    iterator.close();
    assertThat(results).filteredOn("in time"::equals).hasSize(300);
    assertThat(results).doesNotContain("late").endsWith("closed");
  }

  private static Topics.Report ensure(TopicSpec... topics) {
    return Topics.ensure(broker.kafka().bootstrapServers(), List.of(topics));
  }

  private static void produce(String topic, KafkaMessage... messages) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", broker.kafka().bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      for (KafkaMessage message : messages) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(topic, message.key(), message.value());
        message.headers().forEach((name, value) -> record.headers().add(name, bytes(value)));
        sent.add(producer.send(record));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }
  }

  private static void copy(String from, String to, Configuration settings, Passing step)
      throws Exception {
    step.to = to;
    StreamExecutionEnvironment env = environment(settings);
    env.enableCheckpointing(200);
    var source =
        KafkaSources.reading(broker.kafka().bootstrapServers(), from)
            .groupId("copy")
            .untilNow()
            .build();
    env.fromSource(source, WatermarkStrategy.noWatermarks(), "in")
        .map(step)
        .returns(TypeInformation.of(KafkaMessage.class))
        .sinkTo(KafkaSinks.exactlyOnce(broker.kafka().bootstrapServers(), to).build());
    env.execute();
  }

  private static List<KafkaRecord> read(String topic, String group) throws Exception {
    StreamExecutionEnvironment env = environment(new Configuration());
    env.enableCheckpointing(200);
    var source =
        KafkaSources.reading(broker.kafka().bootstrapServers(), topic)
            .groupId(group)
            .untilNow()
            .build();
    return env.fromSource(source, WatermarkStrategy.noWatermarks(), "in").executeAndCollect(10_000);
  }

  private static StreamExecutionEnvironment environment(Configuration settings) {
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    return StreamExecutionEnvironment.createLocalEnvironment(1, settings);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Says of each record whether it was late, and when the hour after it has closed. */
  private static final class LateOrClosed
      extends KeyedProcessFunction<String, KafkaRecord, String> {
    @Override
    public void processElement(KafkaRecord record, Context context, Collector<String> out) {
      // The pace of a slow operator: what is timed is the reader, so the time must be real.
      LockSupport.parkNanos(30_000_000);
      long late = context.timerService().currentWatermark();
      out.collect(context.timestamp() <= late ? "late" : "in time");
      long hour = Duration.ofHours(1).toMillis();
      context.timerService().registerEventTimeTimer((context.timestamp() / hour + 1) * hour);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<String> out) {
      out.collect("closed");
    }
  }

  /** Passes records on; throws once after a checkpoint, in the middle. */
  private static final class FailOnce extends Passing implements CheckpointListener {
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    private boolean checkpointed;
    private int seen;

    @Override
    void accept(KafkaRecord record) {
      seen++;
      if (!FAILED.get()) {
        LockSupport.parkNanos(1_000_000);
      }
      if (checkpointed && seen % 100 == 50 && FAILED.compareAndSet(false, true)) {
        throw new IllegalStateException("made up");
      }
    }

    @Override
    public void notifyCheckpointComplete(long id) {
      checkpointed = true;
    }
  }

  /** Turns records into messages for another topic. */
  private static class Passing implements MapFunction<KafkaRecord, KafkaMessage> {
    String to;

    void accept(KafkaRecord record) {}

    @Override
    public KafkaMessage map(KafkaRecord record) {
      accept(record);
      return new KafkaMessage(to, record.key(), record.value(), record.headers());
    }
  }
}
