package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.redact.WindowRedactor;

/**
 * Takes out of a window what was erased after it had been handed over, before any stage reads it. A
 * store that does not answer leaves the window whole: the digest is held against erasures again
 * when it is stored. Either way nothing of the window is put into caches, which were cleared when
 * it was erased and know only that newer attempt.
 */
public final class ErasedMessagesFunction extends DraftAsyncFunction {

  /** Line in the errors when the store did not answer. */
  static final String UNAVAILABLE = "erasures: store unavailable";

  private static final long serialVersionUID = 1L;

  /**
   * @param services engines and stores
   */
  public ErasedMessagesFunction(DigestServices services) {
    super(services);
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    return opened()
        .erasures()
        .of(draft.context())
        .handle((erased, error) -> error == null ? without(draft, erased) : onTimeout(draft));
  }

  private static DigestDraft without(DigestDraft draft, Set<String> erased) {
    return erased.isEmpty()
        ? draft
        : draft.withContext(WindowRedactor.without(draft.context(), erased)).withoutCaching();
  }

  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    return onFailure(draft.with(List.of(), List.of(), List.of(UNAVAILABLE)));
  }

  @Override
  protected DigestDraft onFailure(DigestDraft draft) {
    return draft.withoutCaching();
  }
}
