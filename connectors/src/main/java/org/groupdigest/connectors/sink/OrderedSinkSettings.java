package org.groupdigest.connectors.sink;

import java.io.Serializable;
import java.time.Duration;

/**
 * What an {@link OrderedSink} has beyond Flink's asynchronous sink.
 *
 * @param requestTimeout longest wait for one request before it is made again
 * @param delays pauses after failures
 * @param refused what becomes of a change that the store refuses
 */
record OrderedSinkSettings<EntryT>(
    Duration requestTimeout, RetryDelays delays, RefusedEntries<EntryT> refused)
    implements Serializable {}
