package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.vectors.RelatedLookup;

/**
 * Looks for earlier topics of the group that resemble those of the digest. The digest can do
 * without: a store that is away leaves no trace in it, only in a metric.
 */
public final class RelatedTopicsFunction extends DraftAsyncFunction {

  private static final long serialVersionUID = 1L;

  private transient RelatedMetrics metrics;

  /**
   * @param services engines and stores
   */
  public RelatedTopicsFunction(DigestServices services) {
    super(services);
  }

  @Override
  protected void prepare() {
    metrics = new RelatedMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
    List<Topic> topics =
        draft.payload(Stage.TOPIC_AGENT, Topics.class).map(Topics::topics).orElse(List.of());
    return opened()
        .related()
        .find(draft.context().window(), topics)
        .thenApply(lookup -> with(draft, lookup));
  }

  private DigestDraft with(DigestDraft draft, RelatedLookup lookup) {
    metrics.count(lookup);
    return draft.withRelated(lookup.topics());
  }

  /** A safety net: lookups bound their own time. */
  @Override
  protected DigestDraft onTimeout(DigestDraft draft) {
    return draft;
  }
}
