package org.groupdigest.job.ingest.file.record;

import java.time.Instant;
import org.groupdigest.job.model.SourcePosition;

/**
 * One entry of a file, ready for the parser.
 *
 * @param value record value of {@code group.message.ingested}; of a broken entry its own bytes, or
 *     a line that says what is broken, so that the parser makes a dead letter of it
 * @param time when the entry happened, by the file: stands in for a broker's time, so that the same
 *     file always gives the same records; the last known time for a broken entry
 * @param position file name and line, or place of the entry in an export, from 1
 */
// The bytes are handed on, records are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record FileRecord(byte[] value, Instant time, SourcePosition position) {}
