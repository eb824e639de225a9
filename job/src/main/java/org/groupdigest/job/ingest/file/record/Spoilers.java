package org.groupdigest.job.ingest.file.record;

/** Text that its writer has hidden from those who only glance at it. */
public final class Spoilers {

  /** Stands where hidden text was. */
  public static final String PLACEHOLDER = "[spoiler]";

  private Spoilers() {}
}
