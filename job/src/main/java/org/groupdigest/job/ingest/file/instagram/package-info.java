/** Reader of the JSON in which Instagram and Messenger hand out conversations. */
package org.groupdigest.job.ingest.file.instagram;
