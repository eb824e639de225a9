package org.groupdigest.job.config;

/** Which stages one request to a model answers. */
public enum CallPlanKind {
  /** As few requests as the stages allow. */
  DEFAULT,
  /** One request for each stage. */
  SEPARATE
}
