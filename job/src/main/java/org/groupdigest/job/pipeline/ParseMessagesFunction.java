package org.groupdigest.job.pipeline;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.ParsedRecord;
import org.groupdigest.job.ingest.UserPseudonyms;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.window.GroupEvent;
import org.groupdigest.job.window.InitialPolicies;

/**
 * Parses, validates and masks message records before they are keyed, so that a busy group does not
 * have this done on one thread, and so that nothing unmasked reaches keyed state. Names of people
 * are replaced where the tenant's policy wants it. Side output: dead letters.
 */
public final class ParseMessagesFunction
    extends BroadcastProcessFunction<RawRecord, TenantPolicy, GroupEvent> {

  private static final long serialVersionUID = 1L;

  /** Broadcast state: policy by tenant. */
  static final MapStateDescriptor<String, TenantPolicy> POLICIES =
      new MapStateDescriptor<>(
          "ingest-policies", Types.STRING, TypeInformation.of(TenantPolicy.class));

  private final String piiKey;
  private final InitialPolicies initialPolicies;
  private final List<String> phoneRegions;

  private transient MessageParser parser;
  private transient UserPseudonyms pseudonyms;
  private transient DeadLetterCounter deadLetters;
  private transient ReadOnlyBroadcastState<String, TenantPolicy> policies;

  /**
   * @param piiKey secret of the pseudonyms
   * @param initialPolicies policies known at the start
   * @param phoneRegions countries of national phone numbers for tenants that name none
   */
  public ParseMessagesFunction(
      String piiKey, InitialPolicies initialPolicies, List<String> phoneRegions) {
    this.piiKey = piiKey;
    this.initialPolicies = initialPolicies;
    this.phoneRegions = List.copyOf(phoneRegions);
  }

  @Override
  public void open(OpenContext context) {
    parser = new MessageParser(Maskers.ofTenants(piiKey, this::phoneRegions));
    pseudonyms = new UserPseudonyms(Maskers.usersWithKey(piiKey));
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawRecord raw, ReadOnlyContext context, Collector<GroupEvent> out)
      throws Exception {
    policies = context.getBroadcastState(POLICIES);
    ParsedRecord parsed = parser.parse(raw.value(), raw.position(), raw.brokerTime());
    if (parsed instanceof ParsedRecord.Accepted accepted) {
      MessageEvent event = accepted.event();
      out.collect(GroupEvent.of(wantsPseudonyms(event) ? pseudonyms.apply(event) : event));
    } else if (parsed instanceof ParsedRecord.Invalid invalid) {
      DeadLetter letter = invalid.letter();
      context.output(DeadLetterTag.TAG, deadLetters.counted(letter));
      out.collect(GroupEvent.invalid(letter));
    }
  }

  private boolean wantsPseudonyms(MessageEvent event) {
    TenantPolicy policy = policy(event.tenantId());
    return policy != null && policy.pseudonymiseUsers();
  }

  private List<String> phoneRegions(String tenantId) {
    TenantPolicy policy = policy(tenantId);
    return policy == null || policy.phoneRegions() == null ? phoneRegions : policy.phoneRegions();
  }

  private TenantPolicy policy(String tenantId) {
    try {
      TenantPolicy policy = policies.get(tenantId);
      return policy == null ? initialPolicies.of(tenantId) : policy;
    } catch (Exception e) {
      throw new IllegalStateException("the policies of the tenants cannot be read", e);
    }
  }

  @Override
  public void processBroadcastElement(
      TenantPolicy policy, Context context, Collector<GroupEvent> out) throws Exception {
    context.getBroadcastState(POLICIES).put(policy.tenantId(), policy);
  }
}
