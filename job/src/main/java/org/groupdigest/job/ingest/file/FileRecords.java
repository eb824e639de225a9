package org.groupdigest.job.ingest.file;

import java.io.Closeable;
import java.util.Iterator;

/**
 * The entries of one file, read as they are asked for: memory does not grow with the file. A read
 * error in the middle is an {@link java.io.UncheckedIOException}. Close it after use.
 */
public interface FileRecords extends Iterator<FileRecord>, Closeable {}
