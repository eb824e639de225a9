package org.groupdigest.job.model;

/**
 * What a tenant may spend on models in 24 hours; null fields follow the settings. State type:
 * fields are only ever added, new ones nullable.
 *
 * @param proCalls calls of the tiers above base
 * @param proTokens tokens of those calls, prompt and answer together
 * @param tokens tokens of all calls; 0 for no bound
 */
public record TenantQuotas(Integer proCalls, Long proTokens, Long tokens) {

  /** A tenant that has nothing of its own. */
  public static final TenantQuotas NONE = new TenantQuotas(null, null, null);

  /** These, or nothing of its own where there are none. */
  public static TenantQuotas orNone(TenantQuotas quotas) {
    return quotas == null ? NONE : quotas;
  }
}
