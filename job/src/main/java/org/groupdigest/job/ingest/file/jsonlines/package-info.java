/** Reader of JSON Lines: a flat message or a whole envelope on each line. */
package org.groupdigest.job.ingest.file.jsonlines;
