package org.groupdigest.job.config;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.TenantPolicy.GroupOverride;
import org.groupdigest.job.model.TenantQuotas;

/**
 * What holds for one group: its own override, else the tenant's policy, else the settings.
 *
 * @param enabled whether digests are made
 * @param windowHours sizes in use
 * @param zone zone whose local midnight windows start at
 * @param language {@code auto} or an ISO 639-1 code
 * @param scopes what the digests may be used for
 * @param delivery channels and addresses
 * @param qualityThreshold least acceptable weakest score
 * @param deliverDegraded whether a fallback digest goes out
 * @param quotas what the tenant has of its own, never null
 */
public record EffectivePolicy(
    boolean enabled,
    List<Integer> windowHours,
    ZoneId zone,
    String language,
    List<String> scopes,
    List<DeliveryTarget> delivery,
    double qualityThreshold,
    boolean deliverDegraded,
    TenantQuotas quotas) {

  /**
   * Resolves what holds for a group.
   *
   * @param policy the tenant's policy, or null
   * @param group which group
   * @param settings what holds without a policy
   */
  public static EffectivePolicy of(TenantPolicy policy, GroupKey group, DigestSettings settings) {
    Resolver resolver = new Resolver(policy, overrideOf(policy, group));
    boolean wanted = resolver.pick(GroupOverride::enabled, TenantPolicy::enabled, true);
    return new EffectivePolicy(
        wanted && settings.rollout().includes(group.tenantId()),
        resolver.pick(
            GroupOverride::windowHours, TenantPolicy::windowHours, settings.windowHours()),
        ZoneId.of(
            resolver.pick(GroupOverride::timeZone, TenantPolicy::timeZone, settings.timeZone())),
        resolver.pick(GroupOverride::language, TenantPolicy::language, settings.language()),
        policy == null ? List.of() : policy.scopes(),
        resolver.pick(GroupOverride::delivery, TenantPolicy::delivery, List.of()),
        resolver.pick(
            GroupOverride::qualityThreshold,
            TenantPolicy::qualityThreshold,
            settings.qualityThreshold()),
        policy != null && policy.deliverDegraded(),
        TenantQuotas.orNone(policy == null ? null : policy.quotas()));
  }

  private static GroupOverride overrideOf(TenantPolicy policy, GroupKey group) {
    if (policy == null || policy.groups() == null) {
      return null;
    }
    for (GroupOverride override : policy.groups()) {
      if (override.groupId().equals(group.groupId())) {
        return override;
      }
    }
    return null;
  }

  private record Resolver(TenantPolicy policy, GroupOverride override) {

    <T> T pick(Function<GroupOverride, T> own, Function<TenantPolicy, T> tenants, T otherwise) {
      T value = override == null ? null : own.apply(override);
      if (value == null && policy != null) {
        value = tenants.apply(policy);
      }
      return value == null ? otherwise : value;
    }
  }
}
