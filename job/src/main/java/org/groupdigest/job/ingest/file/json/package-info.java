/**
 * Reader of JSON files that are damaged or cut off: entry by entry, so that a bad spot costs at
 * most the entry that it is in, and in memory that does not grow with the file.
 */
package org.groupdigest.job.ingest.file.json;
