package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.persist.CurrentDigest;

/**
 * Takes what people have deleted out of stored digests and announces each that it concerned as
 * persisted anew, so that the stores that are derived from it follow.
 */
public final class EraseFunction extends ErasureFunction<Erasure> {

  private static final long serialVersionUID = 1L;
  private static final Events EVENTS = new Events("group-digest/digests");

  /**
   * @param services the store
   * @param pauses how long the pauses between tries are
   */
  public EraseFunction(ErasureServices services, PersistRetries pauses) {
    super("erase", services, pauses);
  }

  @Override
  CompletionStage<List<EventEnvelope>> once(ErasureServices.Opened store, Erasure erasure) {
    return store
        .eraser()
        .erase(erasure)
        .thenApply(digests -> digests.stream().map(EraseFunction::persisted).toList());
  }

  private static EventEnvelope persisted(CurrentDigest current) {
    DigestRecord digest = current.digest();
    return EVENTS.persisted(digest, current.attempt(), digest.window().end());
  }
}
