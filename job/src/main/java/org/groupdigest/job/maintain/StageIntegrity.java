package org.groupdigest.job.maintain;

/**
 * How many references of a stage resolve, and how that has changed.
 *
 * @param stage stage
 * @param now mean share over the artifacts of the last 7 days, 0..1; null without any
 * @param before the same for the 7 days before
 * @param improvement now less before; null when either is
 * @param artifactsNow artifacts of the last 7 days
 * @param artifactsBefore those of the 7 days before
 * @param different of all of them, those whose share is not the one stored with them
 */
public record StageIntegrity(
    String stage,
    Double now,
    Double before,
    Double improvement,
    long artifactsNow,
    long artifactsBefore,
    long different) {}
