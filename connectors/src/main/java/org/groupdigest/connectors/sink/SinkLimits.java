package org.groupdigest.connectors.sink;

import java.time.Duration;

/**
 * How much a sink sends at once and keeps for later, for one subtask. What is kept is also what a
 * checkpoint holds: at most {@code bufferedEntries} entries of {@code entryBytes} each.
 *
 * @param batchEntries entries of a request
 * @param requestsInFlight requests at a time
 * @param bufferedEntries entries that wait; more than {@code batchEntries}
 * @param batchBytes bytes of a request; at least {@code entryBytes}
 * @param longestInBuffer after this time a batch is sent that is not full
 * @param entryBytes bytes of an entry; a larger one is refused
 */
public record SinkLimits(
    int batchEntries,
    int requestsInFlight,
    int bufferedEntries,
    long batchBytes,
    Duration longestInBuffer,
    long entryBytes) {}
