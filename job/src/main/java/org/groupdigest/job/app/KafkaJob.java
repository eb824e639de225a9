package org.groupdigest.job.app;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.groupdigest.connectors.kafka.IdleClockWatermarks;
import org.groupdigest.connectors.kafka.KafkaMessage;
import org.groupdigest.connectors.kafka.KafkaRecord;
import org.groupdigest.connectors.kafka.KafkaSinks;
import org.groupdigest.connectors.kafka.KafkaSources;
import org.groupdigest.job.ingest.EventTimes;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.pipeline.DigestServices;
import org.groupdigest.job.pipeline.DigestsPipeline;
import org.groupdigest.job.pipeline.ErasurePipeline;
import org.groupdigest.job.pipeline.ParsePoliciesFunction;
import org.groupdigest.job.pipeline.ParseReadyFunction;
import org.groupdigest.job.pipeline.RawRecord;
import org.groupdigest.job.pipeline.ReadyWindow;
import org.groupdigest.job.pipeline.TopicNames;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.pipeline.WindowEvents;
import org.groupdigest.job.pipeline.WindowsPipeline;
import org.groupdigest.job.window.InitialPolicies;

/**
 * The two pipelines on Kafka, Postgres and Redis: the outermost layer, which alone names them. The
 * hand-over topic lies between the pipelines, also when both run in one job.
 */
public final class KafkaJob {

  private static final TypeInformation<RawRecord> RAW = TypeInformation.of(RawRecord.class);

  private final StreamSettings settings;
  private final Endpoints endpoints;
  private final DigestServices services;
  private final InitialPolicies policies;

  /**
   * @param settings settings of the job
   * @param endpoints where the services are
   * @param services engines and stores
   * @param policies policies known at the start
   */
  public KafkaJob(
      StreamSettings settings,
      Endpoints endpoints,
      DigestServices services,
      InitialPolicies policies) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.services = services;
    this.policies = policies;
  }

  /**
   * Adds one pipeline, or both, to an environment.
   *
   * @throws IllegalArgumentException for what feeds a derived store
   */
  public void assemble(StreamExecutionEnvironment env, Pipelines pipelines) {
    switch (pipelines) {
      case ALL -> assemble(env, new DiscardingSink<>());
      case WINDOWS -> windows(env);
      case DIGESTS -> digests(env, policies(env), new DiscardingSink<>());
      default -> throw new IllegalArgumentException(pipelines + " is a job of StoreJobs");
    }
  }

  /** Adds both, with somebody who looks at the digests after they were stored. */
  public void assemble(StreamExecutionEnvironment env, Sink<DigestRecord> onlookers) {
    digests(env, windows(env), onlookers);
  }

  /** Policies for the digests pipeline alone; the other one makes dead letters of broken ones. */
  private DataStream<TenantPolicy> policies(StreamExecutionEnvironment env) {
    return raw(env, TopicNames.POLICIES, timeless(), Uids.POLICIES_SOURCE)
        .process(new ParsePoliciesFunction(settings.piiKey()))
        .returns(TypeInformation.of(TenantPolicy.class))
        .uid(Uids.PARSE_POLICIES)
        .name("parse policies");
  }

  private DataStream<TenantPolicy> windows(StreamExecutionEnvironment env) {
    WindowsPipeline.Outputs out =
        new WindowsPipeline(
                settings.digest(),
                settings.windows(),
                settings.digest().context(),
                policies,
                settings.piiKey(),
                SharedContextStorage.services(settings.digest()))
            .assemble(
                new WindowsPipeline.Inputs(
                    raw(env, TopicNames.MESSAGES, messageTimes(), Uids.MESSAGES_SOURCE),
                    raw(env, TopicNames.REQUESTS, timeless(), Uids.REQUESTS_SOURCE),
                    raw(env, TopicNames.POLICIES, timeless(), Uids.POLICIES_SOURCE),
                    raw(env, TopicNames.ERASURES, timeless(), Uids.ERASURES_SOURCE)));
    sink(WindowEvents.of(out), "windows", Uids.READY_SINK);
    ledger(out.ledger());
    return out.policies();
  }

  private void digests(
      StreamExecutionEnvironment env,
      DataStream<TenantPolicy> known,
      Sink<DigestRecord> onlookers) {
    SingleOutputStreamOperator<ReadyWindow> ready =
        raw(env, TopicNames.WINDOW_READY, timeless(), Uids.READY_SOURCE)
            .process(new ParseReadyFunction())
            .returns(TypeInformation.of(ReadyWindow.class))
            .uid(Uids.PARSE_READY)
            .name("read windows");
    DigestsPipeline.Outputs out =
        new DigestsPipeline(settings.digest(), policies, services, settings.persistRetries())
            .assemble(ready, known);
    ErasurePipeline.Outputs erasure = erasure(env);
    DataStream<EventEnvelope> events =
        out.events()
            .union(
                erasure.events(),
                WindowEvents.ofRetention(erasure.refused()),
                WindowEvents.ofGeneration(
                    out.deadLetters()
                        .union(ParseReadyFunction.deadLetters(ready), erasure.unreadable())));
    sink(events, "digests", Uids.EVENTS_SINK);
    out.digests().sinkTo(onlookers).uid(Uids.DIGESTS_SINK).name("stored digests");
  }

  private ErasurePipeline.Outputs erasure(StreamExecutionEnvironment env) {
    return new ErasurePipeline(
            new StoredErasures(settings.digest(), endpoints),
            settings.persistRetries(),
            settings.digest().stageCapacity(),
            settings.piiKey())
        .assemble(
            new ErasurePipeline.Inputs(
                raw(env, TopicNames.ERASED, timeless(), Uids.ERASED_SOURCE),
                raw(env, TopicNames.RETENTION, timeless(), Uids.RETENTION_SOURCE)));
  }

  private DataStream<RawRecord> raw(
      StreamExecutionEnvironment env,
      String topic,
      WatermarkStrategy<KafkaRecord> times,
      String uid) {
    return env.fromSource(
            KafkaSources.reading(endpoints.kafka(), topic)
                .groupId(settings.consumerGroup())
                .build(),
            times,
            topic)
        .uid(uid)
        .map(KafkaJob::raw)
        .returns(RAW)
        .uid(uid + "-raw")
        .name("with position");
  }

  /** A record as the pipelines read it. */
  static RawRecord raw(KafkaRecord record) {
    return new RawRecord(
        record.value(),
        new SourcePosition(record.topic(), record.partition(), record.offset()),
        Instant.ofEpochMilli(record.timestamp()));
  }

  private WatermarkStrategy<KafkaRecord> messageTimes() {
    return IdleClockWatermarks.<KafkaRecord>of(settings.idleClock(), Clock.systemUTC())
        .withTimestampAssigner(
            (record, timestamp) -> EventTimes.of(record.value(), record.timestamp()));
  }

  /** Control topics and the hand-over take no part in event time and hold nothing back. */
  static WatermarkStrategy<KafkaRecord> timeless() {
    return WatermarkStrategy.forGenerator(context -> new TimelessWatermarks());
  }

  private void sink(DataStream<EventEnvelope> events, String name, String uid) {
    events
        .map(KafkaJob::message)
        .returns(TypeInformation.of(KafkaMessage.class))
        .uid(uid + "-records")
        .name("to records")
        .sinkTo(
            KafkaSinks.exactlyOnce(endpoints.kafka(), settings.consumerGroup() + "-" + name)
                .build())
        .uid(uid)
        .name(name + " to Kafka");
  }

  private static KafkaMessage message(EventEnvelope event) {
    return KafkaMessage.of(
        event.eventType().topic(),
        event.key().getBytes(StandardCharsets.UTF_8),
        event.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private void ledger(DataStream<LedgerEntry> rows) {
    Duration longest = settings.persistRetries().total().plus(Duration.ofMinutes(2));
    AsyncDataStream.unorderedWait(
            rows,
            new LedgerWriteFunction(endpoints, settings.persistRetries()),
            longest.toMillis(),
            TimeUnit.MILLISECONDS,
            settings.digest().stageCapacity())
        .returns(Types.INT)
        .uid(Uids.LEDGER_WRITE)
        .name("store ledger")
        .sinkTo(new DiscardingSink<>())
        .uid(Uids.LEDGER_SINK)
        .name("stored rows end here");
  }
}
