package org.groupdigest.job.persist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What Redis is still to be told, in order for each account: a step is sent again until it is
 * confirmed, and no later step before. So a step whose answer was lost does no harm: it finds its
 * reservation open, or closed, and leaves it. Steps older than a window are dropped: the window
 * they belong to is over. Thread-safe; sends without holding a lock.
 */
final class QuotaBacklog {
  private final Function<QuotaCommand, CompletionStage<Boolean>> sender;
  private final Clock clock;
  private final Duration window;
  private final Map<String, Account> accounts = new HashMap<>();

  /**
   * An empty backlog.
   *
   * @param sender sends a step and completes, never exceptionally, with whether it is confirmed
   */
  QuotaBacklog(
      Function<QuotaCommand, CompletionStage<Boolean>> sender, Clock clock, Duration window) {
    this.sender = sender;
    this.clock = clock;
    this.window = window;
  }

  /** Puts a step behind all others of its account. */
  synchronized void add(QuotaCommand command) {
    accounts
        .computeIfAbsent(command.key(), key -> new Account())
        .waiting
        .add(new Step(command, clock.instant()));
  }

  /** Sends what waits for an account; completes with whether Redis knows all of it now. */
  CompletionStage<Boolean> drain(String key) {
    CompletableFuture<Boolean> drained = new CompletableFuture<>();
    synchronized (this) {
      Account account = accounts.get(key);
      if (account == null) {
        return CompletableFuture.completedFuture(true);
      }
      if (account.draining != null) {
        return account.draining;
      }
      account.draining = drained;
    }
    sendNext(key);
    return drained;
  }

  /** Sends what waits for all accounts; completes with whether Redis knows all of it now. */
  CompletionStage<Boolean> drainAll() {
    CompletionStage<Boolean> all = CompletableFuture.completedFuture(true);
    for (String key : keys()) {
      all = all.thenCombine(drain(key), Boolean::logicalAnd);
    }
    return all;
  }

  private synchronized List<String> keys() {
    return List.copyOf(accounts.keySet());
  }

  private void sendNext(String key) {
    QuotaCommand next = null;
    CompletableFuture<Boolean> drained;
    synchronized (this) {
      Account account = accounts.get(key);
      drained = account.draining;
      Step oldest = account.oldest(clock.instant().minus(window));
      if (oldest == null) {
        accounts.remove(key);
      } else {
        next = oldest.command();
      }
    }
    if (next == null) {
      drained.complete(true);
    } else {
      sender.apply(next).thenAccept(confirmed -> sent(key, confirmed));
    }
  }

  private void sent(String key, boolean confirmed) {
    CompletableFuture<Boolean> drained;
    synchronized (this) {
      Account account = accounts.get(key);
      drained = account.draining;
      if (confirmed) {
        account.waiting.remove();
      } else {
        account.draining = null;
      }
    }
    if (confirmed) {
      sendNext(key);
    } else {
      drained.complete(false);
    }
  }

  private record Step(QuotaCommand command, Instant at) {}

  /** Removed when nothing waits; while {@code draining} is set, only the drain removes steps. */
  private static final class Account {
    private final Deque<Step> waiting = new ArrayDeque<>();
    private CompletableFuture<Boolean> draining;

    /** The first step that is younger than a window, or null. */
    Step oldest(Instant over) {
      while (!waiting.isEmpty() && !waiting.peek().at().isAfter(over)) {
        waiting.remove();
      }
      return waiting.peek();
    }
  }
}
