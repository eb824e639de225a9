package org.groupdigest.job.llm;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Answers that were paid for, kept so that nobody pays twice. Only answers: a failure is never
 * kept. Never blocks and never completes exceptionally: a store that is away has nothing and keeps
 * nothing.
 */
public interface PaidAnswers {

  /** Looks for an answer. */
  CompletionStage<Optional<PaidAnswer>> find(CallKey key);

  /** Keeps an answer; completes with whether it is safe from a crash now. */
  CompletionStage<Boolean> save(CallKey key, PaidAnswer answer);

  /** Keeps nothing: for runs that are simply begun again. */
  static PaidAnswers none() {
    return new PaidAnswers() {
      @Override
      public CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
        return CompletableFuture.completedFuture(Optional.empty());
      }

      @Override
      public CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
        return CompletableFuture.completedFuture(false);
      }
    };
  }
}
