/** What the readers of all file formats share: records, options, times, envelopes, problems. */
package org.groupdigest.job.ingest.file.record;
