package org.groupdigest.job.llm.route;

import java.time.Instant;

/**
 * When something last happened to anybody but a certain tenant, for every tenant, in constant
 * memory: the latest time, and the latest of all the others.
 */
final class LatestByTenant {

  private String tenant = "";
  private Instant latest = Instant.MIN;
  private Instant latestOfOthers = Instant.MIN;

  /** It happened to a tenant just now. */
  void happened(String tenantId, Instant now) {
    if (!tenant.equals(tenantId)) {
      latestOfOthers = latest;
      tenant = tenantId;
    }
    latest = now;
  }

  /** Whether it happened to another tenant at a time or after it. */
  boolean toAnotherSince(String tenantId, Instant since) {
    return !(tenant.equals(tenantId) ? latestOfOthers : latest).isBefore(since);
  }
}
