package org.groupdigest.job.context.thread.link;

/**
 * What is known of the message whose parent is sought, whatever the candidate. Values about 0..1.
 */
public enum MessageFeature {
  /** Addresses a participant. */
  ADDRESSES,
  /** Names a participant. */
  NAMES,
  /** Addresses somebody who never writes. */
  ADDRESSES_STRANGER,
  /** Cue. */
  QUESTION,
  /** Cue. */
  GREETING,
  /** Cue. */
  THANKS,
  /** Cue. */
  ANSWER,
  /** Cue. */
  CONTINUATION,
  /** Cue. */
  HELP,
  /** Cue. */
  URL,
  /** Cue. */
  COMMAND,
  /** Cue. */
  LAUGH,
  /** log(1 + tokens) / 4. */
  LENGTH,
  /** At most three tokens. */
  SHORT,
  /** Its author has not written before. */
  NEW_AUTHOR,
  /** Log seconds since the author's message before. */
  OWN_GAP,
  /** Log messages since the author's message before. */
  OWN_DISTANCE,
  /** Somebody named the author since then. */
  SPOKEN_TO,
  /** The message before is of the same author. */
  FOLLOWS_ITSELF,
  /** Log seconds since the message before. */
  SILENCE,
  /** Log mean seconds between the messages before. */
  TEMPO,
  /** Distinct authors among the messages before, over their number. */
  CROWD,
  /** Position in the stream, up to 50, over 50. */
  POSITION,
  /** Written by a bot. */
  BOT,
  /** Somebody names the author soon after. */
  NAMED_SOON,
  /** The author names somebody soon after. */
  NAMES_SOON,
  /** The author's message before was linked to somebody else's. */
  IN_TALK,
  /** Share of the messages around that have a reply link. */
  REPLY_USE,
  /** Weight of the terms not seen in the messages before, over the weight of all. */
  NOVELTY;

  /** Index of the feature in a row. */
  // The order inside a running program is all that counts: files name the features.
  @SuppressWarnings("EnumOrdinal")
  int column() {
    return ordinal();
  }
}
