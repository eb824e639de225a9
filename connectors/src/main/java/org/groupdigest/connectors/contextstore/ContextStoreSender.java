package org.groupdigest.connectors.contextstore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.sink.BatchSender;

/**
 * Sends a batch namespace by namespace, changes in their order: documents that follow each other in
 * one request, and what blanks them after it. One deadline for the batch keeps what was given up
 * from being sent after what comes later.
 */
final class ContextStoreSender implements BatchSender<ContextStoreWrite> {
  /** How many documents are blanked at a time. */
  static final int BLANKED_AT_ONCE = 200;

  private final ContextStoreCalls calls;
  private final Duration timeout;
  private final String newestBy;
  private final FailureClasses failures = ContextStoreFailures.classes();
  private final Set<String> ensured = ConcurrentHashMap.newKeySet();

  ContextStoreSender(ContextStoreCalls calls, Duration timeout, String newestBy) {
    this.calls = calls;
    this.timeout = timeout;
    this.newestBy = newestBy;
  }

  @Override
  public CompletableFuture<Void> send(List<ContextStoreWrite> writes) {
    Map<String, List<ContextStoreWrite>> byNamespace = new LinkedHashMap<>();
    for (ContextStoreWrite write : writes) {
      byNamespace.computeIfAbsent(write.namespace(), name -> new ArrayList<>()).add(write);
    }
    Deadline deadline = new Deadline(System.nanoTime(), timeout);
    CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
    for (Map.Entry<String, List<ContextStoreWrite>> part : byNamespace.entrySet()) {
      sent = sent.thenCompose(before -> apply(part.getKey(), part.getValue(), deadline));
    }
    return sent;
  }

  private CompletableFuture<Void> apply(
      String namespace, List<ContextStoreWrite> writes, Deadline deadline) {
    CompletableFuture<Void> sent = ensure(namespace, deadline);
    for (List<ContextStoreWrite> run : runs(writes)) {
      sent = sent.thenCompose(before -> applyRun(namespace, run, deadline));
    }
    return sent.whenComplete((done, failure) -> forgetIfGone(namespace, failure));
  }

  private CompletableFuture<Void> ensure(String namespace, Deadline deadline) {
    return ensured.contains(namespace)
        ? CompletableFuture.completedFuture(null)
        : calls.ensure(namespace, deadline.left()).thenAccept(done -> ensured.add(namespace));
  }

  /** A namespace that somebody has removed is made again by the next try. */
  private void forgetIfGone(String namespace, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (ContextStoreFailures.isNotFound(cause)) {
      ensured.remove(namespace);
    }
  }

  /** Documents that follow each other, and each blanking alone. */
  private static List<List<ContextStoreWrite>> runs(List<ContextStoreWrite> writes) {
    List<List<ContextStoreWrite>> runs = new ArrayList<>();
    boolean open = false;
    for (ContextStoreWrite write : writes) {
      boolean document = write instanceof ContextStoreWrite.Upsert;
      if (!document || !open) {
        runs.add(new ArrayList<>());
      }
      runs.get(runs.size() - 1).add(write);
      open = document;
    }
    return runs;
  }

  private CompletableFuture<Void> applyRun(
      String namespace, List<ContextStoreWrite> run, Deadline deadline) {
    return run.get(0) instanceof ContextStoreWrite.Blank blank
        ? blank(blank, deadline)
        : calls.upsert(namespace, latest(run), deadline.left());
  }

  /** Each document once, as the run leaves it. */
  private static List<ContextDocument> latest(List<ContextStoreWrite> run) {
    Map<String, ContextDocument> byId = new LinkedHashMap<>();
    for (ContextStoreWrite write : run) {
      ContextDocument document = ((ContextStoreWrite.Upsert) write).document();
      byId.put(document.id(), document);
    }
    return List.copyOf(byId.values());
  }

  /** Until nothing is found any more. */
  private CompletableFuture<Void> blank(ContextStoreWrite.Blank blank, Deadline deadline) {
    ContextSearch search =
        ContextSearch.newest(blank.filter(), newestBy, BLANKED_AT_ONCE).withoutText();
    return calls
        .search(blank.namespace(), search, deadline.left())
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : calls
                        .upsert(blank.namespace(), blanked(found, blank), deadline.left())
                        .thenCompose(done -> blank(blank, deadline)));
  }

  private static List<ContextDocument> blanked(
      List<FoundDocument> found, ContextStoreWrite.Blank blank) {
    return found.stream().map(one -> one.document().blank(blank.marks())).toList();
  }

  @Override
  public FailureClasses failures() {
    return failures;
  }

  @Override
  public void close() {
    calls.close();
  }

  /** When what began must have ended. */
  private record Deadline(long startNanos, Duration timeout) {
    Duration left() {
      return timeout.minusNanos(System.nanoTime() - startNanos);
    }
  }
}
