package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.WindowRef;

/**
 * Looks the previous digest up in the store, for windows whose predecessor the running job has not
 * seen. A store that does not answer leaves the digest without that baseline, and says so.
 */
public final class BaselineLookupFunction extends DraftAsyncFunction {

  /** Line in the errors when the store did not answer. */
  static final String UNAVAILABLE = "baseline: store unavailable";

  private static final long serialVersionUID = 1L;

  /**
   * @param services engines and stores
   */
  public BaselineLookupFunction(DigestServices services) {
    super(services);
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    WindowRef window = draft.context().window();
    return opened()
        .baselines()
        .before(window.groupKey(), window.hours(), window.start())
        .handle(
            (found, error) ->
                error == null ? draft.withStoredBaseline(found.orElse(null)) : onTimeout(draft));
  }

  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    return draft.with(List.of(), List.of(), List.of(UNAVAILABLE));
  }
}
