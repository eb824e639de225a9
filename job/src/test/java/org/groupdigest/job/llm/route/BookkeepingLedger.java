package org.groupdigest.job.llm.route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;

/** Writes down everything that is asked of it, and grants it unless told otherwise. */
final class BookkeepingLedger implements QuotaLedger {

  private final Map<String, Decision> decisions = new HashMap<>();
  private final List<String> entries = new ArrayList<>();
  private final Map<String, List<String>> fates = new HashMap<>();

  /** Decides all reservations of an account. */
  BookkeepingLedger decide(String account, Decision decision) {
    decisions.put(account, decision);
    return this;
  }

  /** Lines such as {@code reserve pro 1100}, in order. */
  List<String> entries() {
    return entries;
  }

  /** What became of every reservation that was granted, by account and id. */
  Map<String, List<String>> fates() {
    return fates;
  }

  @Override
  public CompletionStage<Decision> reserve(
      QuotaAccount account, String reservationId, long tokens) {
    entries.add("reserve " + account.name() + " " + tokens);
    Decision decision = decisions.getOrDefault(account.name(), Decision.GRANTED);
    if (decision != Decision.EXHAUSTED
        && fates.put(name(account, reservationId), new ArrayList<>()) != null) {
      throw new AssertionError("reserved twice: " + reservationId);
    }
    return CompletableFuture.completedFuture(decision);
  }

  @Override
  public CompletionStage<Void> settle(QuotaAccount account, String reservationId, long tokens) {
    entries.add("settle " + account.name() + " " + tokens);
    fates.get(name(account, reservationId)).add("settled");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> release(QuotaAccount account, String reservationId) {
    entries.add("release " + account.name());
    fates.get(name(account, reservationId)).add("released");
    return CompletableFuture.completedFuture(null);
  }

  private static String name(QuotaAccount account, String reservationId) {
    return account.tenantId() + "/" + account.name() + "/" + reservationId;
  }
}
