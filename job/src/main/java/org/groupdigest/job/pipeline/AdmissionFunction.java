package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.EffectivePolicy;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.window.InitialPolicies;

/**
 * Decides by the policy of the moment whether a window is digested, and which earlier window its
 * digest will be compared with. Keyed by group and window size. A tenant that is off gets no stage,
 * too small a window none either; both go on as drafts that have ended, so that they are seen.
 */
public final class AdmissionFunction
    extends KeyedBroadcastProcessFunction<String, ReadyWindow, TenantPolicy, DigestDraft> {

  private static final long serialVersionUID = 1L;

  /** Broadcast state: policy by tenant. */
  static final MapStateDescriptor<String, TenantPolicy> POLICIES =
      new MapStateDescriptor<>(
          "digest-policies", Types.STRING, TypeInformation.of(TenantPolicy.class));

  private final DigestSettings settings;
  private final InitialPolicies initialPolicies;

  private transient MapState<Long, String> admitted;

  /**
   * @param settings what holds without a policy
   * @param initialPolicies policies known at the start
   */
  public AdmissionFunction(DigestSettings settings, InitialPolicies initialPolicies) {
    this.settings = settings;
    this.initialPolicies = initialPolicies;
  }

  /** Windows that were admitted: id by end, for the chain of baselines. */
  static MapStateDescriptor<Long, String> admittedDescriptor() {
    MapStateDescriptor<Long, String> descriptor =
        new MapStateDescriptor<>("admitted-windows", Types.LONG, Types.STRING);
    // Gone before the chain is: nobody waits for a window that the chain has forgotten.
    descriptor.enableTimeToLive(
        StateTtlConfig.newBuilder(BaselineChain.KEPT_FOR.minusDays(1)).build());
    return descriptor;
  }

  @Override
  public void open(OpenContext context) {
    admitted = getRuntimeContext().getMapState(admittedDescriptor());
  }

  @Override
  public void processElement(
      ReadyWindow ready, ReadOnlyContext context, Collector<DigestDraft> drafts) throws Exception {
    WindowContext window = ready.context();
    EffectivePolicy policy = policy(window, context);
    DigestStatus ended = ended(window, policy);
    Admission admission =
        new Admission(
            language(window, policy),
            policy.scopes(),
            policy.delivery(),
            policy.qualityThreshold(),
            policy.deliverDegraded(),
            ended,
            ended == null ? predecessor(window) : null,
            policy.quotas());
    drafts.collect(
        new DigestDraft(
            window,
            ready.position(),
            admission,
            null,
            null,
            RuleArtifacts.of(window),
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            false));
  }

  private DigestStatus ended(WindowContext window, EffectivePolicy policy) {
    if (!policy.enabled()) {
      return DigestStatus.BLOCKED_FEATURE_FLAG;
    }
    int readable = window.messageCount() - window.stats().empty();
    if (readable == 0) {
      return DigestStatus.SKIPPED_EMPTY_WINDOW;
    }
    return readable < settings.minMessages() ? DigestStatus.SKIPPED_TOO_FEW_MESSAGES : null;
  }

  private static String language(WindowContext window, EffectivePolicy policy) {
    if (!"auto".equals(policy.language())) {
      return policy.language();
    }
    return "und".equals(window.language()) ? "en" : window.language();
  }

  /** The latest admitted window of the chain that ended before this one began. */
  private String predecessor(WindowContext window) throws Exception {
    long start = window.window().start().toEpochMilli();
    List<Long> ends = new ArrayList<>();
    for (Long end : admitted.keys()) {
      ends.add(end);
    }
    Long latest = ends.stream().filter(end -> end <= start).max(Long::compare).orElse(null);
    String predecessor = latest == null ? null : admitted.get(latest);
    if (window.window().kind() == WindowKind.SCHEDULED) {
      remember(window.window(), ends);
    }
    return predecessor;
  }

  /** The newest are kept, exactly as in the chain: a draft never waits for what that has lost. */
  private void remember(WindowRef window, List<Long> ends) throws Exception {
    long end = window.end().toEpochMilli();
    admitted.put(end, window.windowId());
    if (!ends.contains(end)) {
      ends.add(end);
    }
    if (ends.size() > BaselineChain.KEPT_WINDOWS) {
      admitted.remove(ends.stream().min(Long::compare).orElseThrow());
    }
  }

  @Override
  public void processBroadcastElement(
      TenantPolicy policy, Context context, Collector<DigestDraft> drafts) throws Exception {
    context.getBroadcastState(POLICIES).put(policy.tenantId(), policy);
  }

  private EffectivePolicy policy(WindowContext window, ReadOnlyContext context) throws Exception {
    String tenant = window.window().tenantId();
    TenantPolicy policy = context.getBroadcastState(POLICIES).get(tenant);
    return EffectivePolicy.of(
        policy == null ? initialPolicies.of(tenant) : policy, window.window().groupKey(), settings);
  }
}
