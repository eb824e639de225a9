/**
 * Chats as text, a message a line that starts with its time: where messages begin, in which order
 * their dates are written, and what is damaged. What the lines say is left to each messenger.
 */
package org.groupdigest.job.ingest.file.chatlog;
