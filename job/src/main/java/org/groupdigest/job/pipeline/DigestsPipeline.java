package org.groupdigest.job.pipeline;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.async.AsyncFunction;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.window.InitialPolicies;

/**
 * From windows to digests that are stored and announced. Knows no source and no sink: those are the
 * caller's, engines and stores come in as {@link DigestServices}.
 */
public final class DigestsPipeline {

  private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(10);
  private static final TypeInformation<DigestDraft> DRAFT = TypeInformation.of(DigestDraft.class);

  /**
   * What comes out.
   *
   * @param digests how each window ended, after it was stored
   * @param events everything to announce
   * @param deadLetters digests that could not be stored or are below quality
   */
  public record Outputs(
      DataStream<DigestRecord> digests,
      DataStream<EventEnvelope> events,
      DataStream<DeadLetter> deadLetters) {}

  private final DigestSettings settings;
  private final InitialPolicies initialPolicies;
  private final DigestServices services;
  private final PersistRetries persistRetries;

  /**
   * @param settings what holds without a policy
   * @param initialPolicies policies known at the start
   * @param services engines and stores
   * @param persistRetries how writing is tried again
   */
  public DigestsPipeline(
      DigestSettings settings,
      InitialPolicies initialPolicies,
      DigestServices services,
      PersistRetries persistRetries) {
    this.settings = settings;
    this.initialPolicies = initialPolicies;
    this.services = services;
    this.persistRetries = persistRetries;
  }

  /** Adds the pipeline to the graph that the inputs belong to. */
  public Outputs assemble(DataStream<ReadyWindow> ready, DataStream<TenantPolicy> policies) {
    Stages stages = new Stages(services.callPlan());
    DataStream<DigestDraft> draft = admit(ready, policies);
    draft =
        async(draft, new ErasedMessagesFunction(services), LOOKUP_TIMEOUT, Uids.ERASED_MESSAGES)
            .name("leave out what was erased");
    draft =
        async(draft, new BaselineLookupFunction(services), LOOKUP_TIMEOUT, Uids.BASELINE_LOOKUP)
            .name("look up previous digest");
    draft = stages.announce(draft, Uids.ANNOUNCE_FIRST, 0);
    draft = level(draft, 0, Uids.STAGE_FIRST, "first level of stages");
    draft = stages.announce(draft, Uids.ANNOUNCE_SECOND, 1);
    draft = level(draft, 1, Uids.STAGE_SECOND, "second level of stages");
    draft = stages.announce(draft, Uids.ANNOUNCE_THIRD, 2);
    draft = level(draft, 2, Uids.STAGE_THIRD, "third level of stages");
    draft = stages.announce(draft, Uids.ANNOUNCE_QUALITY, CallPlan.LEVELS);
    draft =
        async(draft, new QualityFunction(services), stageTimeout().multipliedBy(3), Uids.QUALITY)
            .name("judge and correct");
    draft = stages.announce(draft, Uids.REPORT_QUALITY, CallPlan.LEVELS + 1);
    draft =
        async(draft, new RelatedTopicsFunction(services), relatedTimeout(), Uids.RELATED_TOPICS)
            .name("look for related topics");
    return finish(compare(draft), stages);
  }

  private DataStream<DigestDraft> admit(
      DataStream<ReadyWindow> ready, DataStream<TenantPolicy> policies) {
    return ready
        .keyBy(window -> chainKey(window.context().window()), Types.STRING)
        .connect(policies.broadcast(AdmissionFunction.POLICIES))
        .process(new AdmissionFunction(settings, initialPolicies))
        .returns(DRAFT)
        .uid(Uids.ADMISSION)
        .name("admit windows");
  }

  private DataStream<DigestDraft> level(
      DataStream<DigestDraft> drafts, int level, String uid, String name) {
    return async(drafts, new StageLevelFunction(level, services), stageTimeout(), uid).name(name);
  }

  /** All tries of a stage with their fallback, and a margin: only a safety net. */
  private Duration stageTimeout() {
    return settings
        .stageTimeout()
        .multipliedBy(settings.maxRetries() + 2L)
        .plus(Duration.ofSeconds(10));
  }

  /** A lookup ends by itself; this is its safety net. */
  private Duration relatedTimeout() {
    return settings.stores().vectors().relatedTimeout().plus(LOOKUP_TIMEOUT);
  }

  private SingleOutputStreamOperator<DigestDraft> async(
      DataStream<DigestDraft> drafts,
      AsyncFunction<DigestDraft, DigestDraft> step,
      Duration timeout,
      String uid) {
    return AsyncDataStream.unorderedWait(
            drafts, step, timeout.toMillis(), TimeUnit.MILLISECONDS, settings.stageCapacity())
        .returns(DRAFT)
        .uid(uid);
  }

  private static DataStream<DigestDraft> compare(DataStream<DigestDraft> drafts) {
    return drafts
        .keyBy(draft -> chainKey(draft.context().window()), Types.STRING)
        .process(new BaselineFunction())
        .returns(DRAFT)
        .uid(Uids.BASELINE)
        .name("compare with previous digest");
  }

  private Outputs finish(DataStream<DigestDraft> drafts, Stages stages) {
    TypeInformation<FinishedDigest> type = TypeInformation.of(FinishedDigest.class);
    DataStream<FinishedDigest> decided =
        drafts
            .process(new DeliveryGateFunction(settings))
            .returns(type)
            .uid(Uids.DELIVERY_GATE)
            .name("decide and render");
    DataStream<FinishedDigest> stored =
        AsyncDataStream.unorderedWait(
                decided,
                new PersistFunction(services, persistRetries),
                persistRetries.total().plus(Duration.ofMinutes(2)).toMillis(),
                TimeUnit.MILLISECONDS,
                settings.stageCapacity())
            .returns(type)
            .uid(Uids.PERSIST)
            .name("store digest");
    SingleOutputStreamOperator<DigestRecord> digests =
        stored
            .process(new OutcomeFunction())
            .returns(TypeInformation.of(DigestRecord.class))
            .uid(Uids.OUTCOME)
            .name("announce outcome");
    return new Outputs(
        digests,
        digests.getSideOutput(OutcomeFunction.EVENTS_TAG).union(stages.events()),
        DeadLetterTag.of(digests));
  }

  /** Windows of a group and size are a chain: each digest is compared with the one before it. */
  private static String chainKey(WindowRef window) {
    return window.hours() + "/" + window.groupKey().encoded();
  }

  /** The levels of the stages, and the announcements between them. */
  private static final class Stages {

    private final CallPlan plan;
    private DataStream<EventEnvelope> events;

    Stages(CallPlan plan) {
      this.plan = plan;
    }

    DataStream<DigestDraft> announce(DataStream<DigestDraft> drafts, String uid, int next) {
      SingleOutputStreamOperator<DigestDraft> announced =
          drafts
              .process(new StageBoundaryFunction(plan, next))
              .returns(DRAFT)
              .uid(uid)
              .name("announce stages");
      DataStream<EventEnvelope> side = announced.getSideOutput(StageBoundaryFunction.EVENTS_TAG);
      events = events == null ? side : events.union(side);
      return announced;
    }

    DataStream<EventEnvelope> events() {
      return events;
    }
  }
}
