package org.groupdigest.job.ingest;

/** Why a valid message is not digested: names of {@code MessageEvent.filterReason}, only added. */
public final class FilterReason {

  /** Written by the messenger, not by a person. */
  public static final String SERVICE = "service";

  /** Neither text nor any attachment that can be read. */
  public static final String NO_TEXT = "no_text";

  private FilterReason() {}
}
