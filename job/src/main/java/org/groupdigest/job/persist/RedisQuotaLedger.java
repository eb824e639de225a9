package org.groupdigest.job.persist;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;

/**
 * Accounts in Redis, one for the whole cluster. A window of an account begins with its first
 * reservation and lasts {@link #WINDOW}; what was reserved in it counts in it, so closing a
 * reservation after its window has ended changes nothing. A reservation that is never closed, since
 * its process died, stays counted with all its tokens until the window ends. Reservation ids are to
 * name one try in one life of a process.
 *
 * <p>While Redis is away this process decides by a ledger of its own, which follows everything the
 * process spends, also while Redis answers. What was spent meanwhile is told to Redis, once, before
 * it is asked about that account again, and for all accounts as soon as it answers anything.
 *
 * <p>Not promised: processes that are cut off from Redis at the same time do not know of each other
 * and may together spend the budget once each. A process that ends before Redis is back takes with
 * it what it has not told. A Redis that loses its data has forgotten. A reservation that was denied
 * here although Redis may have taken it before it fell silent stays counted there: it may be that
 * of an earlier life.
 */
public final class RedisQuotaLedger implements QuotaLedger {
  /** How long an account's window lasts. */
  public static final Duration WINDOW = Duration.ofHours(24);

  private final RedisScripts redis;
  private final QuotaLedger own;
  private final Duration window;
  private final QuotaBacklog backlog;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * Uses a shared client, which it does not close.
   *
   * @param own decides while Redis is away; keeps to the promises of {@link QuotaLedger}, does
   *     nothing for reservations that it does not know, and is used by nobody else
   * @param clock tells how old a spending is that Redis is still to be told
   */
  public RedisQuotaLedger(RedisValues redis, QuotaLedger own, Clock clock) {
    this(redis::evaluate, own, clock, WINDOW);
  }

  RedisQuotaLedger(RedisScripts redis, QuotaLedger own, Clock clock, Duration window) {
    this.redis = redis;
    this.own = own;
    this.window = window;
    this.backlog = new QuotaBacklog(this::isConfirmed, clock, window);
  }

  @Override
  public CompletionStage<Decision> reserve(
      QuotaAccount account, String reservationId, long tokens) {
    return backlog
        .drain(QuotaCommand.key(account))
        .thenCompose(
            known ->
                known
                    ? reserveInRedis(account, reservationId, tokens)
                    : reserveHere(account, reservationId, tokens));
  }

  @Override
  public CompletionStage<Void> settle(QuotaAccount account, String reservationId, long tokens) {
    return close(
        QuotaCommand.settle(account, reservationId, tokens),
        own.settle(account, reservationId, tokens));
  }

  @Override
  public CompletionStage<Void> release(QuotaAccount account, String reservationId) {
    return close(QuotaCommand.release(account, reservationId), own.release(account, reservationId));
  }

  /**
   * Tells Redis what it does not know yet, for an owner that has nothing to spend but wants the
   * others to know; completes with whether Redis knows all of it now.
   */
  public CompletionStage<Boolean> catchUp() {
    return backlog.drainAll();
  }

  private CompletionStage<Decision> reserveInRedis(QuotaAccount account, String id, long tokens) {
    return evaluate(QuotaCommand.reserve(account, id, tokens, window))
        .thenCompose(reply -> decide(account, id, tokens, reply));
  }

  private CompletionStage<Decision> decide(
      QuotaAccount account, String id, long tokens, RedisReply<Long> reply) {
    if (!(reply instanceof RedisReply.Answered<Long> answered)) {
      return reserveHere(account, id, tokens);
    }
    if (answered.value() == QuotaCommand.DENIED) {
      return CompletableFuture.completedFuture(Decision.EXHAUSTED);
    }
    return own.reserve(account, id, tokens).thenApply(followed -> Decision.GRANTED);
  }

  private CompletionStage<Decision> reserveHere(QuotaAccount account, String id, long tokens) {
    return own.reserve(account, id, tokens)
        .thenApply(
            decision -> {
              if (decision == Decision.EXHAUSTED) {
                return Decision.EXHAUSTED;
              }
              backlog.add(QuotaCommand.record(account, id, tokens, window));
              return Decision.GRANTED_LOCALLY;
            });
  }

  private CompletionStage<Void> close(QuotaCommand command, CompletionStage<Void> here) {
    backlog.add(command);
    return backlog.drain(command.key()).thenCombine(here, (known, closed) -> null);
  }

  private CompletionStage<Boolean> isConfirmed(QuotaCommand command) {
    return evaluate(command).thenApply(reply -> reply instanceof RedisReply.Answered<Long>);
  }

  private CompletionStage<RedisReply<Long>> evaluate(QuotaCommand command) {
    return command.on(redis).thenApply(this::noticed);
  }

  private RedisReply<Long> noticed(RedisReply<Long> reply) {
    if (reply instanceof RedisReply.Unavailable<Long>) {
      away.set(true);
    } else if (away.getAndSet(false)) {
      backlog.drainAll();
    }
    return reply;
  }
}
