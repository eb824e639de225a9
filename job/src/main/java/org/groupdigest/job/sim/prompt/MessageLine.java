package org.groupdigest.job.sim.prompt;

import java.time.LocalTime;
import java.util.List;

/**
 * A message as a prompt shows it.
 *
 * @param id short id
 * @param author shown name
 * @param time local time of day
 * @param replyTo id of the message that it answers, or null
 * @param threadId thread it stands under, or null
 * @param text what it says, line feeds put back, texts of media on lines of their own
 * @param reactions how many reacted, as far as it is shown
 * @param repeatedBy who wrote the same
 */
public record MessageLine(
    String id,
    String author,
    LocalTime time,
    String replyTo,
    String threadId,
    String text,
    int reactions,
    List<String> repeatedBy) {}
