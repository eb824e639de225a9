package org.groupdigest.job.persist;

import org.groupdigest.job.model.DigestRecord;

/** What became of a digest that was to be stored. */
public sealed interface PersistOutcome {
  /**
   * It is stored now: it was not there, or an older attempt was.
   *
   * @param attempt the attempt that is stored
   */
  record Written(int attempt) implements PersistOutcome {}

  /**
   * The store had the same or a newer attempt, and keeps it.
   *
   * @param storedAttempt the attempt that is stored
   * @param stored what that one says: what is announced and delivered must follow it
   * @param sameContent whether the stored digest is the one that was to be written
   */
  record Unchanged(int storedAttempt, StoredDigest stored, boolean sameContent)
      implements PersistOutcome {}

  /**
   * Some of its messages had been erased: it was taken for what is left of it.
   *
   * @param digest what is left, and the only thing that may be announced
   * @param outcome what became of that: {@link Written} or {@link Unchanged}
   */
  record Redacted(DigestRecord digest, PersistOutcome outcome) implements PersistOutcome {}

  /** It had been removed before, and is not stored again; nobody is to hear of it. */
  record Removed() implements PersistOutcome {}

  /**
   * The store did not take it; nothing of it is stored.
   *
   * @param code stable name, such as {@code sqlstate_08006} or {@code queue_full}
   * @param transientFailure whether the same write may succeed later
   */
  record Failed(String code, boolean transientFailure) implements PersistOutcome {}
}
