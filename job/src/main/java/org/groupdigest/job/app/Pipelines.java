package org.groupdigest.job.app;

/** Which of the two pipelines a job runs. */
public enum Pipelines {
  /** From messages to {@code group.window.ready}. */
  WINDOWS,
  /** From {@code group.window.ready} to digests. */
  DIGESTS,
  /** Both in one job, with the topic between them all the same. */
  ALL
}
