package org.groupdigest.job.model;

/** What a message record does; state type: constants are only ever added. */
public enum MessageOp {
  UPSERT,
  DELETE
}
