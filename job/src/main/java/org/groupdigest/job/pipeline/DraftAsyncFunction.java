package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.job.stage.CallPlan;

/**
 * An asynchronous step of a digest that completes on every path: with the step's result, with the
 * draft and an error when the step failed unexpectedly, or with what {@link #onTimeout} says. A
 * draft that has ended already passes through.
 */
abstract class DraftAsyncFunction extends RichAsyncFunction<DigestDraft, DigestDraft> {

  private static final long serialVersionUID = 1L;

  private final DigestServices services;

  private transient DigestServices.Opened opened;

  /**
   * @param services engines and stores
   */
  DraftAsyncFunction(DigestServices services) {
    this.services = services;
  }

  @Override
  public final void open(OpenContext context) throws Exception {
    opened = services.open();
    prepare();
  }

  /** Makes what the step needs; called once for each parallel instance, before any draft. */
  protected void prepare() {}

  /** Engines and stores, once they are open. */
  protected final DigestServices.Opened opened() {
    return opened;
  }

  /** Which stages share a call. */
  protected final CallPlan callPlan() {
    return services.callPlan();
  }

  @Override
  public final void close() throws Exception {
    if (opened != null) {
      opened.close();
    }
  }

  /** Does the step without blocking the calling thread. */
  protected abstract CompletionStage<DigestDraft> apply(DigestDraft draft);

  /** What the draft becomes when the step took too long. */
  protected abstract DigestDraft onTimeout(DigestDraft draft);

  /** What the draft becomes, with its line, when the step failed unexpectedly. */
  protected DigestDraft onFailure(DigestDraft draft) {
    return draft;
  }

  @Override
  public final void asyncInvoke(DigestDraft draft, ResultFuture<DigestDraft> future) {
    if (!draft.isOpen()) {
      future.complete(List.of(draft));
      return;
    }
    CompletionStage<DigestDraft> step;
    try {
      step = apply(draft);
    } catch (RuntimeException e) {
      future.complete(List.of(failed(draft, e)));
      return;
    }
    step.thenApply(Objects::requireNonNull)
        .whenComplete(
            (next, error) -> future.complete(List.of(error == null ? next : failed(draft, error))));
  }

  @Override
  public final void timeout(DigestDraft draft, ResultFuture<DigestDraft> future) {
    future.complete(List.of(onTimeout(draft)));
  }

  private DigestDraft failed(DigestDraft draft, Throwable error) {
    boolean wrapped = error instanceof CompletionException && error.getCause() != null;
    Throwable cause = wrapped ? error.getCause() : error;
    String line = getClass().getSimpleName() + ": " + cause.getClass().getSimpleName();
    return onFailure(draft.with(List.of(), List.of(), List.of(line)));
  }
}
