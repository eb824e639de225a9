/** Shared parts of the readers of messengers' JSON exports. */
package org.groupdigest.job.ingest.file.export;
