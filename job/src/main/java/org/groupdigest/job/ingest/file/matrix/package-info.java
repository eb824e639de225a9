/** Reader of the JSON that Element writes of a Matrix room. */
package org.groupdigest.job.ingest.file.matrix;
