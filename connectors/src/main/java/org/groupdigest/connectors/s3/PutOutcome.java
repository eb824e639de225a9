package org.groupdigest.connectors.s3;

/** What storing an object did. */
public enum PutOutcome {
  /** There was nothing under the key. */
  CREATED,
  /** There was another content under the key, not of a newer version. */
  REPLACED,
  /** The same content was there already; nothing was written. */
  UNCHANGED,
  /** A newer version was there already; nothing was written. */
  KEPT_NEWER
}
