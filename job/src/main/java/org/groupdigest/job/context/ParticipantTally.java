package org.groupdigest.job.context;

import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.ParticipantStats;

/** Running counts of one sender; the name shown is the one of the latest message. */
final class ParticipantTally {

  /** A question mark that ends something; inside an address it does not. */
  private static final Pattern QUESTION = Pattern.compile("[?？؟](?![\\p{L}\\p{N}=&%/])");

  private final String senderId;
  private String name;
  private boolean bot;
  private int messages;
  private int questions;
  private int reactions;
  private long characters;
  private int mediaItems;
  int repliesSent;
  int repliesReceived;
  int threadsStarted;

  ParticipantTally(String senderId) {
    this.senderId = senderId;
  }

  void wrote(Message message) {
    name = message.author();
    bot |= message.bot();
    messages++;
    questions += QUESTION.matcher(message.text()).find() ? 1 : 0;
    reactions += message.reactionCount();
    characters += message.text().codePointCount(0, message.text().length());
    mediaItems += message.media().size();
  }

  ParticipantStats stats() {
    return new ParticipantStats(
        senderId,
        name,
        bot,
        messages,
        repliesSent,
        repliesReceived,
        questions,
        reactions,
        characters,
        mediaItems,
        threadsStarted);
  }
}
