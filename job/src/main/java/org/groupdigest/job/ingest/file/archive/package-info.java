/**
 * Where the files of an export lie: alone, in a folder, or in a zip. Nothing is ever written to
 * disk, and what comes out of a zip is bounded.
 */
package org.groupdigest.job.ingest.file.archive;
