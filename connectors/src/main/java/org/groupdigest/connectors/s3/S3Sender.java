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
 * Stores the objects of a batch on a client that it shares, {@value #AT_ONCE} at once and those of
 * one key one after the other. The batch ends when nothing of it is under way any more.
 */
final class S3Sender implements BatchSender<S3Object> {
  /** How many objects are on their way at the same time. */
  static final int AT_ONCE = 8;

  private final Lease<S3Objects> lease;
  private final FailureClasses failures = S3Failures.classes();

  S3Sender(Lease<S3Objects> lease) {
    this.lease = lease;
  }

  @Override
  public CompletableFuture<Void> send(List<S3Object> objects) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    CompletableFuture<?>[] rows =
        rows(objects).stream().map(row -> store(row, sent)).toArray(CompletableFuture[]::new);
    var unused =
        CompletableFuture.allOf(rows)
            .whenComplete((done, failure) -> BatchSender.end(sent, failure));
    return sent;
  }

  /** Deals the keys out; all objects of a key are in the same row, in their order. */
  private static Collection<List<S3Object>> rows(List<S3Object> objects) {
    Map<String, Integer> rowOfKey = new HashMap<>();
    Map<Integer, List<S3Object>> rows = new HashMap<>();
    for (S3Object object : objects) {
      int row = rowOfKey.computeIfAbsent(object.key(), key -> rowOfKey.size() % AT_ONCE);
      rows.computeIfAbsent(row, number -> new ArrayList<>()).add(object);
    }
    return rows.values();
  }

  private CompletableFuture<PutOutcome> store(List<S3Object> row, CompletableFuture<Void> sent) {
    S3Calls calls = lease.client().calls();
    CompletableFuture<PutOutcome> stored = CompletableFuture.completedFuture(null);
    for (S3Object object : row) {
      stored = stored.thenCompose(before -> calls.put(object, sent::isDone));
    }
    return stored;
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
