/** Reader of chats that tools for Signal export as text. */
package org.groupdigest.job.ingest.file.signal;
