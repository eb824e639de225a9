package org.groupdigest.job.llm.route;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.route.HttpCall.Result;

/**
 * Asks one model, again if it is worth it. Every try goes the same way: is the model to be asked,
 * is there money, is there a permit, and is the model still to be asked, since both may have taken
 * a while. Money comes before the permit, so that permits are held by requests in flight alone.
 */
final class ModelTurn {

  private final RouteServices services;
  private final RoutedRequest request;
  private final CallKey key;
  private final Receipt receipt;
  private final Deadline deadline;
  private final String tenantId;

  /** What to say when the time is over. */
  private String lastError;

  private int tries;

  ModelTurn(
      RouteServices services,
      RoutedRequest request,
      CallKey key,
      Receipt receipt,
      Deadline deadline,
      String lastError) {
    this.services = services;
    this.request = request;
    this.key = key;
    this.receipt = receipt;
    this.deadline = deadline;
    this.lastError = lastError;
    this.tenantId = request.window().tenantId();
  }

  CompletionStage<TurnEnd> begin() {
    if (!deadline.allowsStart(services.clock().instant())) {
      return end(new TurnEnd.Stop(lastError));
    }
    Clearance clearance = services.health().look(key.modelId(), tenantId);
    return clearance instanceof Clearance.Granted ? reserve() : hold(clearance);
  }

  /** The model is not to be asked now. */
  private CompletionStage<TurnEnd> hold(Clearance clearance) {
    if (clearance instanceof Clearance.Paused paused) {
      receipt.incident(Kind.RATE_LIMITED.wireName());
      return waitUntil(paused.until(), Kind.RATE_LIMITED.wireName());
    }
    receipt.incident(Codes.CIRCUIT_OPEN);
    return end(new TurnEnd.Next(Codes.CIRCUIT_OPEN));
  }

  private CompletionStage<TurnEnd> waitUntil(Instant at, String errorCode) {
    lastError = errorCode;
    return deadline.allowsStart(at)
        ? services.until(at).thenCompose(over -> begin())
        : end(new TurnEnd.Next(errorCode));
  }

  private CompletionStage<TurnEnd> reserve() {
    boolean aboveBase = services.chain().isAboveBase(key.modelId());
    return services
        .quota()
        .reserve(request, aboveBase, key.callId())
        .thenCompose(
            outcome ->
                outcome instanceof QuotaGuard.Outcome.Reserved reserved
                    ? reserved(reserved)
                    : exhausted((QuotaGuard.Outcome.Exhausted) outcome));
  }

  private CompletionStage<TurnEnd> exhausted(QuotaGuard.Outcome.Exhausted outcome) {
    if (outcome.account().equals(QuotaGuard.PRO)) {
      receipt.incident(Codes.PRO_QUOTA_EXCEEDED);
      return end(new TurnEnd.Next(Codes.PRO_QUOTA_EXCEEDED));
    }
    return end(new TurnEnd.Stop(Codes.QUOTA_EXHAUSTED));
  }

  private CompletionStage<TurnEnd> reserved(QuotaGuard.Outcome.Reserved reserved) {
    if (reserved.degraded()) {
      receipt.incident(Codes.QUOTA_DEGRADED);
    }
    return services
        .permits()
        .acquire(tenantId, deadline.latestStart())
        .thenCompose(
            permit ->
                permit.isPresent()
                    ? permitted(reserved.reservation(), permit.get())
                    : withoutPermit(reserved.reservation()));
  }

  private CompletionStage<TurnEnd> withoutPermit(Reservation reservation) {
    return reservation
        .release()
        .thenApply(
            done ->
                new TurnEnd.Stop(lastError.equals(Codes.DEADLINE) ? Codes.NO_PERMIT : lastError));
  }

  private CompletionStage<TurnEnd> permitted(Reservation reservation, TenantPermits.Permit permit) {
    Clearance clearance = services.health().start(key.modelId(), tenantId);
    if (clearance instanceof Clearance.Granted granted) {
      tries++;
      receipt.attempt();
      return new HttpCall(services, request, key, deadline, granted.ticket(), permit)
          .send()
          .thenCompose(result -> sent(result, reservation));
    }
    permit.close();
    return reservation.release().thenCompose(done -> begin());
  }

  private CompletionStage<TurnEnd> sent(Result result, Reservation reservation) {
    if (result instanceof Result.Answered answered) {
      return answered(answered.answer(), reservation);
    }
    Result.Failed failed = (Result.Failed) result;
    receipt.incident(failed.failure().kind().wireName());
    return close(reservation, failed.failure()).thenCompose(done -> failed(failed));
  }

  /** Both at once, and the answer is handed on after both: before, a crash would lose it. */
  private CompletionStage<TurnEnd> answered(PaidAnswer answer, Reservation reservation) {
    CompletionStage<Boolean> saved = services.answers().save(key, answer);
    return reservation
        .settle(Billing.tokens(request, answer))
        .thenCombine(
            saved,
            (settled, safe) -> {
              if (!safe) {
                receipt.incident(Codes.ANSWER_NOT_STORED);
              }
              return new TurnEnd.Answered(answer);
            });
  }

  private CompletionStage<Void> close(Reservation reservation, LlmFailure failure) {
    return Billing.mayCost(failure.kind())
        ? reservation.settle(request.promptTokens())
        : reservation.release();
  }

  private CompletionStage<TurnEnd> failed(Result.Failed failed) {
    LlmFailure failure = failed.failure();
    String errorCode = failure.kind().wireName();
    if (!failure.kind().isTransient()
        || tries >= services.settings().retry().attempts()
        || isOpen()) {
      return end(new TurnEnd.Next(errorCode));
    }
    Instant jittered = failed.at().plus(services.backoff().after(tries));
    Instant allowed =
        failure.retryAfter() == null ? jittered : failed.at().plus(failure.retryAfter());
    return waitUntil(allowed.isAfter(jittered) ? allowed : jittered, errorCode);
  }

  /** Waiting for a circuit that this failure has opened would be in vain. */
  private boolean isOpen() {
    boolean open = services.health().look(key.modelId(), tenantId) instanceof Clearance.Open;
    if (open) {
      receipt.incident(Codes.CIRCUIT_OPEN);
    }
    return open;
  }

  private static CompletionStage<TurnEnd> end(TurnEnd end) {
    return CompletableFuture.completedFuture(end);
  }
}
