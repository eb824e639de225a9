package org.groupdigest.connectors.s3;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.sink.BatchSender;

/**
 * Makes the changes of a batch on a client that it shares, {@value #AT_ONCE} at once and those of
 * one key one after the other; what concerns a prefix waits for all before it and holds up all
 * after it. The batch ends when nothing of it is under way any more.
 */
final class S3Sender implements BatchSender<S3Write> {
  /** How many changes are on their way at the same time. */
  static final int AT_ONCE = 8;

  private final Lease<S3Objects> lease;
  private final FailureClasses failures = S3Failures.classes();

  S3Sender(Lease<S3Objects> lease) {
    this.lease = lease;
  }

  @Override
  public CompletableFuture<Void> send(List<S3Write> writes) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    for (List<S3Write> together : stretches(writes)) {
      done = done.thenCompose(before -> makeAll(together, sent));
    }
    var unused = done.whenComplete((all, failure) -> BatchSender.end(sent, failure));
    return sent;
  }

  /** Cuts before and after each change that concerns a prefix. */
  private static List<List<S3Write>> stretches(List<S3Write> writes) {
    List<List<S3Write>> stretches = new ArrayList<>();
    boolean open = false;
    for (S3Write write : writes) {
      boolean alone = write instanceof S3Write.DeleteOthers;
      if (alone || !open) {
        stretches.add(new ArrayList<>());
      }
      stretches.get(stretches.size() - 1).add(write);
      open = !alone;
    }
    return stretches;
  }

  private CompletableFuture<Void> makeAll(List<S3Write> writes, CompletableFuture<Void> sent) {
    return CompletableFuture.allOf(
        rows(writes).stream().map(row -> make(row, sent)).toArray(CompletableFuture[]::new));
  }

  /** Deals the keys out; all changes of a key are in the same row, in their order. */
  private static Collection<List<S3Write>> rows(List<S3Write> writes) {
    Map<String, Integer> rowOfKey = new HashMap<>();
    Map<Integer, List<S3Write>> rows = new HashMap<>();
    for (S3Write write : writes) {
      int row = rowOfKey.computeIfAbsent(place(write), key -> rowOfKey.size() % AT_ONCE);
      rows.computeIfAbsent(row, number -> new ArrayList<>()).add(write);
    }
    return rows.values();
  }

  private static String place(S3Write write) {
    if (write instanceof S3Write.Put put) {
      return put.object().key();
    }
    return write instanceof S3Write.Delete deletion
        ? deletion.key()
        : ((S3Write.DeleteOthers) write).prefix();
  }

  private CompletableFuture<?> make(List<S3Write> row, CompletableFuture<Void> sent) {
    CompletableFuture<Void> made = CompletableFuture.completedFuture(null);
    for (S3Write write : row) {
      made = made.thenCompose(before -> make(write, sent).thenApply(done -> null));
    }
    return made;
  }

  private CompletableFuture<?> make(S3Write write, CompletableFuture<Void> sent) {
    S3Calls calls = lease.client().calls();
    if (write instanceof S3Write.Put put) {
      return calls.put(put.object(), sent::isDone);
    }
    return write instanceof S3Write.Delete deletion
        ? calls.delete(deletion.key(), sent::isDone)
        : calls.deleteOthers((S3Write.DeleteOthers) write, sent::isDone);
  }

  @Override
  public FailureClasses failures() {
    return failures;
  }

  @Override
  public void close() {
    lease.close();
  }
}
