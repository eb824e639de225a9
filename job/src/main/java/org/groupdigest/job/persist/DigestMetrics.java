package org.groupdigest.job.persist;

import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;

/**
 * The numbers of a digest by stable name: {@code evaluation.*} and {@code emotion.*} in 0..1,
 * {@code checks.*} shares or counts, {@code context.*}, {@code usage.*} counts. What was not
 * measured has no row: it is not zero.
 */
final class DigestMetrics {
  private final Map<String, Double> values = new LinkedHashMap<>();

  private DigestMetrics() {}

  static Map<String, Double> of(DigestRecord digest) {
    DigestMetrics metrics = new DigestMetrics();
    if (digest.evaluation() != null) {
      metrics.add(digest.evaluation());
    }
    if (digest.checks() != null) {
      metrics.add(digest.checks());
    }
    if (digest.emotions() != null) {
      metrics.add(digest.emotions());
    }
    metrics.add(digest.contextStats());
    metrics.put("usage.calls", digest.usage().calls());
    metrics.put("usage.prompt_tokens", (double) digest.usage().promptTokens());
    metrics.put("usage.answer_tokens", (double) digest.usage().answerTokens());
    metrics.put("usage.cost_micros", (double) digest.usage().costMicros());
    return metrics.values;
  }

  private void add(Evaluation evaluation) {
    put("evaluation.faithfulness", evaluation.faithfulness());
    put("evaluation.coherence", evaluation.coherence());
    put("evaluation.coverage", evaluation.coverage());
    put("evaluation.focus", evaluation.focus());
    put("evaluation.quality_score", evaluation.qualityScore());
  }

  private void add(DeterministicChecks checks) {
    put("checks.claims", checks.claims());
    put("checks.citations", checks.citations());
    put("checks.resolved_citations", checks.resolvedCitations());
    put("checks.supported_claims", checks.supportedClaims());
    put("checks.citation_precision", checks.citationPrecision());
    put("checks.ranked_coverage", checks.rankedCoverage());
    put("checks.topic_coverage", checks.topicCoverage());
    put("checks.repetition", checks.repetition());
    put("checks.length", checks.length());
  }

  private void add(EmotionProfile emotions) {
    put("emotion.intensity", emotions.intensity());
    put("emotion.conflict", emotions.conflict());
    put("emotion.collaboration", emotions.collaboration());
    put("emotion.stress", emotions.stress());
    put("emotion.enthusiasm", emotions.enthusiasm());
  }

  private void add(ContextStats context) {
    put("context.received", context.received());
    put("context.empty", context.empty());
    put("context.duplicates", context.duplicates());
    put("context.soft_linked", context.softLinked());
    put("context.history_linked", context.historyLinked());
    put("context.trimmed", context.trimmed());
    put("context.kept", context.kept());
    put("context.threads", context.threads());
    put("context.participants", context.participants());
  }

  private void put(String metric, double value) {
    values.put(metric, value);
  }
}
