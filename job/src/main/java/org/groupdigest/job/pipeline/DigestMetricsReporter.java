package org.groupdigest.job.pipeline;

import java.util.Map;
import org.apache.flink.metrics.MetricGroup;
import org.groupdigest.job.metrics.BucketHistogram;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;

/** Counts how digests end and what they cost. */
final class DigestMetricsReporter {

  private static final double[] QUALITY = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0};

  private final LabelledCounters skipped;
  private final LabelledCounters blocked;
  private final LabelledCounters fallbacks;
  private final BucketHistogram quality;

  DigestMetricsReporter(MetricGroup group) {
    skipped = new LabelledCounters(group, "digest_skipped_total", "reason");
    blocked = new LabelledCounters(group, "digest_delivery_blocked_total", "reason");
    fallbacks = new LabelledCounters(group, "digest_synthesis_fallback_total", "reason");
    quality = new BucketHistogram(group, "digest_quality_score", QUALITY, "metric");
  }

  void report(DigestRecord digest) {
    String status = digest.status().wireName();
    if (status.startsWith("skipped_")) {
      skipped.add(1, status.substring("skipped_".length()));
    } else if (digest.status() != DigestStatus.READY) {
      blocked.add(1, status.substring("blocked_".length()));
    }
    if (digest.evaluation() != null) {
      scores(digest.evaluation()).forEach((metric, score) -> quality.observe(score, metric));
    }
    digest.artifacts().forEach(this::report);
  }

  private void report(StageArtifact artifact) {
    if (artifact.notes().contains(QualityLoop.RETRY_USED)) {
      fallbacks.add(1, "retry");
    }
    if (artifact.stage() == Stage.SYNTHESIS_AGENT && artifact.outcome() == StageOutcome.FALLBACK) {
      fallbacks.add(1, "model_failed");
    }
  }

  private static Map<String, Double> scores(Evaluation evaluation) {
    return Map.of(
        "faithfulness", evaluation.faithfulness(),
        "coherence", evaluation.coherence(),
        "coverage", evaluation.coverage(),
        "focus", evaluation.focus(),
        "quality_score", evaluation.qualityScore());
  }
}
