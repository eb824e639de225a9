package org.groupdigest.job.model;

/**
 * Counts of one context assembly.
 *
 * @param received messages of the window
 * @param empty messages without text or readable media that were left out
 * @param duplicates hard duplicates removed
 * @param softLinked kept messages that resemble an earlier one
 * @param historyLinked kept messages that resemble one of an earlier window
 * @param trimmed kept messages dropped because the window was over its limit
 * @param kept messages that go on
 * @param threads threads built
 * @param participants distinct senders of the window
 * @param historyMessages messages of earlier windows that were compared with
 */
public record ContextStats(
    int received,
    int empty,
    int duplicates,
    int softLinked,
    int historyLinked,
    int trimmed,
    int kept,
    int threads,
    int participants,
    int historyMessages) {}
