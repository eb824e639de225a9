package org.groupdigest.job.llm.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How one model serves everybody; guarded by {@link ModelHealth}. */
final class ModelRecord {

  private static final Duration FORGET_AFTER = Duration.ofHours(1);

  final Breaker breaker;
  private final CircuitBreakerConfig config;
  private final Duration recovery;
  private final LatestByTenant answers = new LatestByTenant();
  private final LatestByTenant failures = new LatestByTenant();
  private final Map<String, TenantRecord> tenants = new HashMap<>();
  private Instant pausedUntil = Instant.MIN;
  private Instant nextSweep = Instant.MIN;
  private int inFlight;

  private String openedBy = "";
  private Instant openedAt = Instant.MIN;
  private boolean othersAsked;

  ModelRecord(CircuitBreakerConfig config, Duration recovery) {
    this.config = config;
    this.recovery = recovery;
    this.breaker = Breaker.closed(config);
  }

  TenantRecord tenant(String tenantId, Instant now) {
    if (!now.isBefore(nextSweep)) {
      nextSweep = now.plus(FORGET_AFTER);
      Instant since = now.minus(FORGET_AFTER);
      tenants.values().removeIf(record -> record.isIdle(now, since));
    }
    return tenants.computeIfAbsent(tenantId, id -> new TenantRecord(config, now));
  }

  int tenants() {
    return tenants.size();
  }

  Instant pausedUntil() {
    return pausedUntil;
  }

  void pause(Instant until) {
    pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
  }

  void began(TenantRecord tenant) {
    inFlight++;
    tenant.began();
  }

  void ended(TenantRecord tenant, Instant now) {
    inFlight--;
    tenant.ended(now);
  }

  void forgetIfClean(String tenantId, TenantRecord tenant, Instant now) {
    if (tenant.isClean(now)) {
      tenants.remove(tenantId, tenant);
    }
  }

  void answered(String tenantId, Instant now) {
    answers.happened(tenantId, now);
  }

  void failed(String tenantId, Instant now) {
    failures.happened(tenantId, now);
  }

  /** The rule of {@link ModelHealth}: whether a tenant's failures say something about the model. */
  boolean isToBlame(String tenantId, TenantRecord tenant, Instant since) {
    boolean othersWait = inFlight > tenant.inFlight();
    return !answers.toAnotherSince(tenantId, since)
        && (!othersWait || failures.toAnotherSince(tenantId, since));
  }

  void openedBy(String tenantId, Instant now) {
    openedBy = tenantId;
    openedAt = now;
    othersAsked = false;
  }

  void refused(String tenantId) {
    othersAsked |= !tenantId.equals(openedBy);
  }

  /** Whether the probe is for others, who asked, and not for the tenant whose failure opened it. */
  boolean keepsProbeFrom(String tenantId, Instant now) {
    return !breaker.isClosed()
        && othersAsked
        && tenantId.equals(openedBy)
        && now.isBefore(openedAt.plus(recovery.multipliedBy(2)));
  }
}
