package org.groupdigest.job.persist;

import java.util.List;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Usage;

/**
 * What a stored digest says to the outside: what may be announced and delivered of it. A digest
 * that is made again can come out otherwise; what people get must be what the store has.
 *
 * @param status how it ended
 * @param statusReason details of the status
 * @param language ISO 639-1 code
 * @param evaluation the judge's scores, or null
 * @param degradations in which way it is worse than it could be
 * @param usage what it cost
 * @param rendered the forms that people read, or null when it was skipped
 */
public record StoredDigest(
    DigestStatus status,
    String statusReason,
    String language,
    Evaluation evaluation,
    List<String> degradations,
    Usage usage,
    Rendered rendered) {

  /** What a digest says to the outside. */
  static StoredDigest of(DigestRecord digest) {
    return new StoredDigest(
        digest.status(),
        digest.statusReason(),
        digest.language(),
        digest.evaluation(),
        digest.degradations(),
        digest.usage(),
        digest.rendered());
  }

  /** The digest that was made again, saying what the stored one says. */
  public DigestRecord over(DigestRecord made) {
    return new DigestRecord(
        made.window(),
        made.digestId(),
        made.group(),
        made.traceId(),
        status,
        statusReason,
        language,
        made.messageCount(),
        made.participantCount(),
        made.synthesis(),
        made.topics(),
        made.roles(),
        made.emotions(),
        evaluation,
        made.checks(),
        made.baselineDelta(),
        made.contextStats(),
        made.media(),
        made.mediaHighlights(),
        made.ranking(),
        made.historyLinks(),
        made.artifacts(),
        degradations,
        made.errors(),
        usage,
        made.calls(),
        rendered,
        made.sources(),
        made.related());
  }
}
