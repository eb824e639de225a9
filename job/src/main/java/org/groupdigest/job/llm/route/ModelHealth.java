package org.groupdigest.job.llm.route;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/**
 * Which models may be asked for which tenants now: circuits, and pauses that providers ask for.
 *
 * <p>There is a circuit and a pause for each model, and for each tenant at each model, because a
 * failure may be about either: a provider that is down fails everybody, a tenant whose texts upset
 * the provider fails alone, and must not close the model for the others. So a tenant's failures
 * always count for its own circuit and pause, and for the model's only when nothing speaks for the
 * model:
 *
 * <ul>
 *   <li>no other tenant had an answer of the model since shortly before this tenant's row of
 *       failures began, and
 *   <li>no other tenant waits for an answer just now, unless another's request failed in that time
 *       as well.
 * </ul>
 *
 * <p>A row of failures begins with the first request without an answer (failed or rate limited)
 * after the last answer. Where the first tenants of a model that goes down still had answers next
 * to their failures, their own circuits open, and those of tenants that come later open the
 * model's.
 *
 * <p>Rate limits, refused contents, prompts that are too long and requests that are not understood
 * open nothing: the model works. Missing money and wrong keys do: they will not pass by themselves.
 *
 * <p>After the recovery time one probe goes through. It is not the tenant's whose failure opened
 * the circuit while others ask, for another recovery time: else a tenant that always fails, and
 * asks often, would keep the model closed for ever.
 *
 * <p>Thread-safe. Memory: tenants with a request in flight, and those whose last request of the
 * last hour or two was not answered.
 */
final class ModelHealth {

  private static final Set<Kind> FAILURES =
      EnumSet.of(
          Kind.OVERLOADED,
          Kind.TIMEOUT,
          Kind.UNREACHABLE,
          Kind.MALFORMED,
          Kind.BAD_CREDENTIALS,
          Kind.PAYMENT_REQUIRED);

  private final CircuitBreakerConfig config;
  private final Duration recovery;
  private final Duration evidence;
  private final Clock clock;
  private final Map<String, ModelRecord> models = new HashMap<>();

  /**
   * @param failureThreshold failures in a row that open a circuit
   * @param recovery time until an open circuit is probed
   * @param evidence how long before a row of failures an answer to another tenant still speaks for
   *     the model
   * @param clock measures both
   */
  ModelHealth(int failureThreshold, Duration recovery, Duration evidence, Clock clock) {
    this.config = Breaker.config(failureThreshold, recovery, clock);
    this.recovery = recovery;
    this.evidence = evidence;
    this.clock = clock;
  }

  /** Whether a request would be let through now; the ticket of a grant is used up. */
  synchronized Clearance look(String model, String tenantId) {
    Clearance clearance = start(model, tenantId);
    if (clearance instanceof Clearance.Granted granted) {
      granted.ticket().abandoned();
    }
    return clearance;
  }

  /** Lets a request through, or not; a ticket that is granted must be told how it ended. */
  synchronized Clearance start(String model, String tenantId) {
    Instant now = clock.instant();
    ModelRecord record = models.computeIfAbsent(model, name -> new ModelRecord(config, recovery));
    TenantRecord tenant = record.tenant(tenantId, now);
    Clearance clearance = start(record, tenantId, tenant, now);
    record.forgetIfClean(tenantId, tenant, now);
    return clearance;
  }

  private Clearance start(ModelRecord model, String tenantId, TenantRecord tenant, Instant now) {
    Instant until = latest(model.pausedUntil(), tenant.pausedUntil());
    if (now.isBefore(until)) {
      return new Clearance.Paused(until);
    }
    if (model.keepsProbeFrom(tenantId, now)) {
      return new Clearance.Open();
    }
    Optional<Breaker.Pass> ofModel = model.breaker.pass();
    if (ofModel.isEmpty()) {
      model.refused(tenantId);
      return new Clearance.Open();
    }
    Optional<Breaker.Pass> ofTenant = tenant.breaker.pass();
    if (ofTenant.isEmpty()) {
      ofModel.get().abandoned();
      return new Clearance.Open();
    }
    model.began(tenant);
    return new Clearance.Granted(
        new Ticket(model, tenantId, tenant, ofModel.get(), ofTenant.get()));
  }

  /** How many tenants of a model are remembered. */
  synchronized int rememberedTenants(String model) {
    return models.containsKey(model) ? models.get(model).tenants() : 0;
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private final class Ticket implements CallTicket {

    private final ModelRecord model;
    private final String tenantId;
    private final TenantRecord tenant;
    private final Breaker.Pass ofModel;
    private final Breaker.Pass ofTenant;
    private boolean ended;

    private Ticket(
        ModelRecord model,
        String tenantId,
        TenantRecord tenant,
        Breaker.Pass ofModel,
        Breaker.Pass ofTenant) {
      this.model = model;
      this.tenantId = tenantId;
      this.tenant = tenant;
      this.ofModel = ofModel;
      this.ofTenant = ofTenant;
    }

    @Override
    public void answered() {
      end(this::noteAnswer);
    }

    @Override
    public void failed(LlmFailure failure) {
      end(now -> noteFailure(failure, now));
    }

    @Override
    public void abandoned() {
      end(now -> abandonPasses());
    }

    private void end(Consumer<Instant> note) {
      synchronized (ModelHealth.this) {
        if (!ended) {
          ended = true;
          Instant now = clock.instant();
          model.ended(tenant, now);
          note.accept(now);
          model.forgetIfClean(tenantId, tenant, now);
        }
      }
    }

    private void noteAnswer(Instant now) {
      model.answered(tenantId, now);
      tenant.answered();
      ofModel.succeeded();
      ofTenant.succeeded();
    }

    private void abandonPasses() {
      ofModel.abandoned();
      ofTenant.abandoned();
    }

    private void noteFailure(LlmFailure failure, Instant now) {
      boolean counts = FAILURES.contains(failure.kind());
      if (!counts && failure.kind() != Kind.RATE_LIMITED) {
        abandonPasses();
        return;
      }
      Instant since = tenant.rowOfFailures(now).minus(evidence);
      boolean modelToBlame = model.isToBlame(tenantId, tenant, since);
      model.failed(tenantId, now);
      if (failure.retryAfter() != null) {
        pause(now.plus(failure.retryAfter()), modelToBlame);
      }
      if (counts) {
        countFailure(modelToBlame, now);
      } else {
        abandonPasses();
      }
    }

    private void pause(Instant until, boolean modelToBlame) {
      tenant.pause(until);
      if (modelToBlame) {
        model.pause(until);
      }
    }

    private void countFailure(boolean modelToBlame, Instant now) {
      ofTenant.failed();
      if (!modelToBlame) {
        ofModel.abandoned();
      } else if (ofModel.failed()) {
        model.openedBy(tenantId, now);
      }
    }
  }
}
