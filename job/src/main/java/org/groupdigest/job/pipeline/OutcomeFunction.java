package org.groupdigest.job.pipeline;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;

/**
 * Announces how a window ended, after the store has it: nothing that is not stored is ever
 * announced as stored or ready.
 */
public final class OutcomeFunction extends ProcessFunction<FinishedDigest, DigestRecord> {

  private static final long serialVersionUID = 1L;

  /** Events about digests. */
  static final OutputTag<EventEnvelope> EVENTS_TAG = new OutputTag<>("digest-events") {};

  private static final Events EVENTS = new Events("group-digest/digests");

  private transient DeadLetterCounter deadLetters;

  @Override
  public void open(OpenContext context) {
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(
      FinishedDigest finished, Context context, Collector<DigestRecord> out) {
    DigestRecord digest = finished.digest();
    if (finished.storeError() != null) {
      letter(context, finished, "persist", ErrorCode.PERSIST_FAILED, finished.storeError());
      return;
    }
    out.collect(digest);
    int attempt = finished.announcedAttempt();
    context.output(EVENTS_TAG, EVENTS.persisted(digest, attempt, digest.window().end()));
    switch (digest.status()) {
      case READY ->
          context.output(
              EVENTS_TAG,
              EVENTS.readyForDelivery(digest, finished.targets(), attempt, digest.window().end()));
      case SKIPPED_EMPTY_WINDOW, SKIPPED_TOO_FEW_MESSAGES -> {}
      default -> blocked(finished, context);
    }
  }

  private void blocked(FinishedDigest finished, Context context) {
    DigestRecord digest = finished.digest();
    context.output(
        EVENTS_TAG, EVENTS.blocked(digest, finished.announcedAttempt(), digest.window().end()));
    if (digest.status() == DigestStatus.BLOCKED_QUALITY) {
      String reason = digest.statusReason();
      letter(context, finished, "delivery_manager", ErrorCode.QUALITY_BELOW_THRESHOLD, reason);
    } else if (digest.status() == DigestStatus.BLOCKED_FAILURE) {
      letter(context, finished, "synthesis_agent", ErrorCode.STAGE_FAILED, digest.statusReason());
    }
  }

  /** A dead letter of a window: its payload is the window's id, never a text of the chat. */
  private void letter(
      Context context, FinishedDigest finished, String stage, ErrorCode code, String error) {
    DigestRecord digest = finished.digest();
    context.output(
        DeadLetterTag.TAG,
        deadLetters.counted(
            new DeadLetter(
                stage,
                code,
                error,
                null,
                digest.window().windowId(),
                finished.retries(),
                digest.window().end(),
                null,
                code.nextAction(),
                digest.window().tenantId(),
                digest.window().groupId(),
                digest.traceId(),
                finished.position())));
  }
}
