/**
 * Files of messages as records of {@code group.message.ingested}: the format is recognised here,
 * each format has a package of its own below, and what they share is in {@code record}.
 */
package org.groupdigest.job.ingest.file;
