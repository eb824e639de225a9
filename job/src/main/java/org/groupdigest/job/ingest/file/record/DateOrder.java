package org.groupdigest.job.ingest.file.record;

/** Order of day, month and year in dates that are written as three numbers. */
public enum DateOrder {
  /** Day, month, year. */
  DMY,
  /** Month, day, year. */
  MDY,
  /** Year, month, day. */
  YMD
}
