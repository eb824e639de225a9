package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.testing.Digests;
import org.groupdigest.job.testing.RecordedMetrics;
import org.junit.jupiter.api.Test;

/** The counters of the dashboards, under the names that they look for. */
class DigestMetricsReporterTest {

  private final RecordedMetrics metrics = new RecordedMetrics();
  private final DigestMetricsReporter reporter = new DigestMetricsReporter(metrics);

  @Test
  void skippedAndBlockedDigestsAreCountedByReason() {
    report(DigestStatus.SKIPPED_TOO_FEW_MESSAGES);
    report(DigestStatus.SKIPPED_TOO_FEW_MESSAGES);
    report(DigestStatus.SKIPPED_EMPTY_WINDOW);
    report(DigestStatus.BLOCKED_QUALITY);
    report(DigestStatus.BLOCKED_FEATURE_FLAG);
    report(DigestStatus.READY);

    assertThat(metrics.counts())
        .containsEntry("digest_skipped_total{reason=too_few_messages}", 2L)
        .containsEntry("digest_skipped_total{reason=empty_window}", 1L)
        .containsEntry("digest_delivery_blocked_total{reason=quality}", 1L)
        .containsEntry("digest_delivery_blocked_total{reason=feature_flag}", 1L)
        .hasSize(4);
  }

  @Test
  void everyScoreOfTheJudgeIsObserved() {
    reporter.report(new Digests().window(Drafts.day(0)).evaluation(Drafts.scores(0.65)).build());

    assertThat(metrics.counts())
        .containsEntry("digest_quality_score_bucket{metric=faithfulness,le=0.6}", 0L)
        .containsEntry("digest_quality_score_bucket{metric=faithfulness,le=0.7}", 1L)
        .containsEntry("digest_quality_score_count{metric=coherence}", 1L)
        .containsEntry("digest_quality_score_count{metric=coverage}", 1L)
        .containsEntry("digest_quality_score_count{metric=focus}", 1L)
        .containsEntry("digest_quality_score_count{metric=quality_score}", 1L);
    assertThat(metrics.values())
        .containsEntry("digest_quality_score_sum{metric=faithfulness}", 0.65);
  }

  private void report(DigestStatus status) {
    reporter.report(new Digests().window(Drafts.day(0)).status(status, "").build());
  }
}
