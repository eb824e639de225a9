package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.job.persist.DigestEraser;
import org.groupdigest.job.persist.DigestRemover;

/** A store of a test, which erases and removes as the test says. Never travels anywhere. */
final class FakeErasures implements ErasureServices, ErasureServices.Opened {

  private static final long serialVersionUID = 1L;

  transient DigestEraser eraser = erasure -> CompletableFuture.completedFuture(List.of());
  transient DigestRemover remover =
      (group, before, reason) -> CompletableFuture.completedFuture(List.of());
  transient boolean closed;

  @Override
  public Opened open() {
    return this;
  }

  @Override
  public DigestEraser eraser() {
    return eraser;
  }

  @Override
  public DigestRemover remover() {
    return remover;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** Calls that the test answers, in the order in which they were made. */
  static final class Calls<T> {

    private final List<CompletableFuture<T>> made = new ArrayList<>();

    CompletableFuture<T> make() {
      CompletableFuture<T> call = new CompletableFuture<>();
      made.add(call);
      return call;
    }

    CompletableFuture<T> get(int index) {
      return made.get(index);
    }

    int count() {
      return made.size();
    }
  }
}
