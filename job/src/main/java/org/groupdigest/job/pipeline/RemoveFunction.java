package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.persist.RemovedDigest;

/** Removes digests that a retention request names, and announces each as removed. */
public final class RemoveFunction extends ErasureFunction<RetentionRequest> {

  /** Why digests go that a request names. */
  static final String REASON = "retention";

  private static final long serialVersionUID = 1L;
  private static final Events EVENTS = new Events("group-digest/digests");

  /**
   * @param services the store
   * @param pauses how long the pauses between tries are
   */
  public RemoveFunction(ErasureServices services, PersistRetries pauses) {
    super("remove", services, pauses);
  }

  @Override
  CompletionStage<List<EventEnvelope>> once(
      ErasureServices.Opened store, RetentionRequest request) {
    return store
        .remover()
        .removeBefore(request.group(), request.before(), REASON)
        .thenApply(digests -> digests.stream().map(RemoveFunction::removed).toList());
  }

  private static EventEnvelope removed(RemovedDigest digest) {
    return EVENTS.removed(
        new GroupKey(digest.tenantId(), digest.groupId()),
        new Payloads.Removed(digest.windowId(), digest.digestId(), digest.reason()),
        digest.traceId(),
        digest.removedAt());
  }
}
