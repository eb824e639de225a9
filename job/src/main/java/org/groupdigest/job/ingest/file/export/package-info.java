/** What the readers of messengers' JSON exports share. */
package org.groupdigest.job.ingest.file.export;
