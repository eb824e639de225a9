package org.groupdigest.job.ingest.file.chatlog;

/**
 * One line of a text.
 *
 * @param number from 1
 * @param text without its end
 * @param repaired whether bytes of it were not in the encoding of the text
 */
record TextLine(long number, String text, boolean repaired) {}
