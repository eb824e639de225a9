package org.groupdigest.job.persist;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;

/** Paid answers without a server, as Redis keeps them; for one process, whose end they share. */
public final class InMemoryPaidAnswers implements PaidAnswers {
  private final Map<String, Value> values = new HashMap<>();
  private final Clock clock;

  /** An empty store whose values age by this clock. */
  public InMemoryPaidAnswers(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
    dropOld();
    return CompletableFuture.completedFuture(
        Optional.ofNullable(values.get(PaidAnswerCodec.redisKey(key))).map(Value::answer));
  }

  /** Completes with true: nothing here survives the process, and nothing is lost before. */
  @Override
  public synchronized CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
    dropOld();
    Value value =
        new Value(PaidAnswerCodec.storable(answer), clock.instant().plus(RedisPaidAnswers.TTL));
    values.putIfAbsent(PaidAnswerCodec.redisKey(key), value);
    return CompletableFuture.completedFuture(true);
  }

  private void dropOld() {
    Instant now = clock.instant();
    values.values().removeIf(value -> !value.expires().isAfter(now));
  }

  private record Value(PaidAnswer answer, Instant expires) {}
}
