package org.groupdigest.job.llm.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;

/** Keeps answers in memory; saving is done when the test says so. */
final class RememberedAnswers implements PaidAnswers {

  private final Map<String, PaidAnswer> kept = new HashMap<>();
  private final List<String> lookedUp = new ArrayList<>();
  private CompletableFuture<Boolean> saving = CompletableFuture.completedFuture(true);

  /** What every saving from now on completes with. */
  void savingIs(CompletableFuture<Boolean> result) {
    saving = result;
  }

  void keep(CallKey key, PaidAnswer answer) {
    kept.put(key.callId(), answer);
  }

  Map<String, PaidAnswer> kept() {
    return kept;
  }

  /** Models under whose keys was looked. */
  List<String> lookedUp() {
    return lookedUp;
  }

  @Override
  public CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
    lookedUp.add(key.modelId());
    return CompletableFuture.completedFuture(Optional.ofNullable(kept.get(key.callId())));
  }

  @Override
  public CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
    return saving.thenApply(
        safe -> {
          if (safe) {
            keep(key, answer);
          }
          return safe;
        });
  }
}
