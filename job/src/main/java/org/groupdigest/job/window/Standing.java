package org.groupdigest.job.window;

/** What became of a message id; state type: constants are only ever added. */
public enum Standing {
  /** Kept for at least one window. */
  STORED,
  /** Left out, with a reason. */
  FILTERED,
  /** All its windows had closed when it came. */
  LATE,
  /** Deleted before the message itself came. */
  DELETED_UNSEEN,
  /** Deleted, or erased with its sender; the message itself has come, before or after. */
  DELETED
}
