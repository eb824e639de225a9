package org.groupdigest.job.context.thread.link;

/** What is known of a message and a candidate parent together. Values about 0..1. */
public enum PairFeature {
  /** The candidate is the message itself: it starts a conversation. All others are 0 then. */
  SELF,
  /** Log seconds between them. */
  GAP,
  /** At most 15 seconds between them. */
  GAP_TINY,
  /** Log seconds between them beyond what the tempo lets expect for one message. */
  GAP_IN_TEMPO,
  /** Log messages between them. */
  DISTANCE,
  /** The message just before. */
  PREVIOUS,
  /** The second message before. */
  SECOND_PREVIOUS,
  /** Same author. */
  SAME_AUTHOR,
  /** Same author, and nothing of the author between. */
  OWN_LAST,
  /** The candidate is the last message of its author. */
  LAST_OF_ITS_AUTHOR,
  /** Log messages of the candidate's author between. */
  ITS_AUTHOR_BETWEEN,
  /** Log messages of the author between. */
  OWN_BETWEEN,
  /** The message addresses the candidate's author. */
  ADDRESSES_IT,
  /** The message names the candidate's author. */
  NAMES_IT,
  /** It addresses the candidate's author, whose last message this is. */
  ADDRESSES_LAST,
  /** The candidate addresses the author. */
  ADDRESSED_BY_IT,
  /** The candidate names the author. */
  NAMED_BY_IT,
  /** The candidate is the last message that names the author. */
  LAST_NAMING,
  /** Both address the same participant. */
  SAME_ADDRESSEE,
  /** The candidate addresses nobody. */
  IT_ADDRESSES_NOBODY,
  /** The candidate addresses somebody else than the author. */
  IT_ADDRESSES_OTHER,
  /** The message addresses somebody else than the candidate's author. */
  ADDRESSES_OTHER,
  /** The author addressed the candidate's author when last addressing somebody. */
  PARTNER,
  /** The candidate's author addressed the author when last addressing somebody. */
  PARTNER_OF,
  /** The candidate's author names the author soon after the message. */
  NAMED_BY_IT_SOON,
  /** The author names the candidate's author soon after the message. */
  NAMES_IT_SOON,
  /** Cosine of weighted terms. */
  COSINE,
  /** Weight of the heaviest common term. */
  COMMON_RARE,
  /** Number of common terms that are no stop words, up to 4. */
  COMMON_TERMS,
  /** The same words. */
  SAME_TEXT,
  /** Cue of the candidate. */
  IT_QUESTION,
  /** Cue of the candidate. */
  IT_GREETING,
  /** Cue of the candidate. */
  IT_THANKS,
  /** Cue of the candidate. */
  IT_ANSWER,
  /** Cue of the candidate. */
  IT_HELP,
  /** Cue of the candidate. */
  IT_URL,
  /** Cue of the candidate. */
  IT_COMMAND,
  /** Length of the candidate. */
  IT_LENGTH,
  /** The candidate was written by a bot. */
  IT_BOT,
  /** Log number of answers the candidate has already. */
  ANSWERED,
  /** The author answered it already. */
  ANSWERED_BY_AUTHOR,
  /** Its own author goes on from it. */
  CONTINUED_BY_ITSELF,
  /** The candidate started a conversation. */
  IT_STARTS,
  /** The candidate answers the author. */
  IT_ANSWERS_AUTHOR,
  /** The candidate is linked to another message of its author. */
  IT_CONTINUES_ITSELF,
  /** The author has written in the candidate's conversation. */
  AUTHOR_IN_TALK,
  /** The author's last message is in the candidate's conversation. */
  AUTHOR_LAST_IN_TALK,
  /** An addressed participant has written in the candidate's conversation. */
  ADDRESSEE_IN_TALK,
  /** The candidate is the last message of its conversation. */
  LAST_OF_TALK,
  /** Log messages of its conversation since the candidate. */
  TALK_SINCE,
  /** Log size of the candidate's conversation. */
  TALK_SIZE,
  /** Log seconds since the candidate's conversation was last heard of. */
  TALK_SILENCE,
  /** The author's last linked partner is the candidate's author. */
  LINKED_PARTNER,
  /** The last linked partner of the candidate's author is the author. */
  LINKED_PARTNER_OF,
  /** Cosine with the last messages of the candidate's conversation. */
  TALK_COSINE,
  /** Log number of links between the two authors so far. */
  TALKED,
  /** The candidate is a known reply, by a reply link, to the author. */
  KNOWN_ANSWER_TO_AUTHOR,
  /** The author is known, by a reply link, to have answered the candidate's author. */
  KNOWN_PARTNER,
  /** The candidate is a question of somebody who has not addressed anybody yet. */
  OPEN_QUESTION;

  /** Index of the feature in a row. */
  // The order inside a running program is all that counts: files name the features.
  @SuppressWarnings("EnumOrdinal")
  int column() {
    return ordinal();
  }
}
