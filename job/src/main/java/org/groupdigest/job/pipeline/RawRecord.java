package org.groupdigest.job.pipeline;

import java.time.Instant;
import org.groupdigest.job.model.SourcePosition;

/**
 * A record as it came in, before anybody has looked at it.
 *
 * @param value bytes of the value, or null for a tombstone
 * @param position where it was read
 * @param brokerTime when the broker took it
 */
// The bytes are handed on, records are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record RawRecord(byte[] value, SourcePosition position, Instant brokerTime) {}
