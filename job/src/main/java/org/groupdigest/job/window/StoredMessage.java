package org.groupdigest.job.window;

import org.groupdigest.job.model.Message;

/**
 * A place in a group's message state. State type: fields are only ever added, new ones nullable.
 *
 * @param messageId whose place it is
 * @param traceId trace of the record that brought it
 * @param message its content; null when only the id is remembered
 */
public record StoredMessage(String messageId, String traceId, Message message) {}
