package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;

/**
 * Takes what an asynchronous function gives, and fails the test when it gave twice or an error.
 *
 * @param <T> type of the results
 */
final class CollectedResult<T> implements ResultFuture<T> {

  private final CompletableFuture<List<T>> result = new CompletableFuture<>();

  @Override
  public void complete(Collection<T> values) {
    assertThat(result.complete(new ArrayList<>(values))).as("completed once").isTrue();
  }

  @Override
  public void completeExceptionally(Throwable error) {
    throw new AssertionError("an asynchronous step must not fail the job", error);
  }

  @Override
  public void complete(CollectionSupplier<T> supplier) {
    throw new UnsupportedOperationException("not used");
  }

  boolean isDone() {
    return result.isDone();
  }

  /** The only value; waits for it. */
  T value() {
    List<T> values = values();
    assertThat(values).hasSize(1);
    return values.get(0);
  }

  /** All values; waits for them. */
  List<T> values() {
    return result.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
