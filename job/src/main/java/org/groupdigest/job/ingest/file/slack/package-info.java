/** Reader of the export of a Slack workspace, as a zip or a folder. */
package org.groupdigest.job.ingest.file.slack;
