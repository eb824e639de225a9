package org.groupdigest.job.model;

import java.util.List;

/**
 * What a tenant has decided, from {@code digest.tenant.policy}. State type: fields are only ever
 * added, new ones nullable.
 *
 * @param tenantId tenant
 * @param enabled whether digests are made; off keeps messages flowing
 * @param windowHours sizes in use, a subset of 4, 6, 12, 24
 * @param timeZone IANA zone whose local midnight windows start at
 * @param language {@code auto} or an ISO 639-1 code
 * @param scopes what the tenant's digests may be used for
 * @param delivery channels and addresses
 * @param qualityThreshold least acceptable weakest score, 0..1, or null for the default
 * @param pseudonymiseUsers whether user names are replaced by pseudonyms
 * @param deliverDegraded whether a digest of the built-in engine goes out when a model failed
 * @param groups overrides by group
 * @param quotas what it may spend on models, or null for the settings
 * @param phoneRegions ISO codes of the countries whose national phone numbers its chats hold, or
 *     null for the settings
 */
public record TenantPolicy(
    String tenantId,
    boolean enabled,
    List<Integer> windowHours,
    String timeZone,
    String language,
    List<String> scopes,
    List<DeliveryTarget> delivery,
    Double qualityThreshold,
    boolean pseudonymiseUsers,
    boolean deliverDegraded,
    List<GroupOverride> groups,
    TenantQuotas quotas,
    List<String> phoneRegions) {

  /**
   * Where digests go.
   *
   * @param channel {@code telegram} or {@code webhook}
   * @param address chat id or URL
   */
  public record DeliveryTarget(String channel, String address) {}

  /**
   * What one group has different; null fields follow the tenant.
   *
   * @param groupId group
   * @param enabled see {@link TenantPolicy#enabled()}
   * @param windowHours see {@link TenantPolicy#windowHours()}
   * @param timeZone see {@link TenantPolicy#timeZone()}
   * @param language see {@link TenantPolicy#language()}
   * @param delivery see {@link TenantPolicy#delivery()}
   * @param qualityThreshold see {@link TenantPolicy#qualityThreshold()}
   */
  public record GroupOverride(
      String groupId,
      Boolean enabled,
      List<Integer> windowHours,
      String timeZone,
      String language,
      List<DeliveryTarget> delivery,
      Double qualityThreshold) {}
}
