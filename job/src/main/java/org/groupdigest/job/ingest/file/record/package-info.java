/**
 * Shared parts of the readers of all file formats: records, options, times, envelopes, problems.
 */
package org.groupdigest.job.ingest.file.record;
