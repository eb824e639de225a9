package org.groupdigest.job.model;

import java.util.List;

/**
 * Checks of a digest that need no judge; shares are in 0..1.
 *
 * @param claims claims checked
 * @param citations citations in them
 * @param resolvedCitations citations that name a message of the window
 * @param supportedClaims claims whose sources carry them
 * @param citationPrecision supported claims / claims, 1 without claims
 * @param rankedCoverage share of the ranking's weight that claims or topics reach
 * @param topicCoverage share of topics that a claim cites
 * @param repetition share of claims that repeat another
 * @param length rendered characters
 * @param problems what failed, for the audit trail
 */
public record DeterministicChecks(
    int claims,
    int citations,
    int resolvedCitations,
    int supportedClaims,
    double citationPrecision,
    double rankedCoverage,
    double topicCoverage,
    double repetition,
    int length,
    List<String> problems) {}
