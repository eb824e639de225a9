package org.groupdigest.job.context.thread.link;

/** What the wording of a message hints at; several may hold at once. */
public enum Cue {
  /** Asks something: a question mark or a question word in front. */
  QUESTION,
  /** Greets. */
  GREETING,
  /** Thanks. */
  THANKS,
  /** Opens like an answer: yes, no, ok, try, use. */
  ANSWER,
  /** Opens like the continuation of one's own sentence: and, but, or. */
  CONTINUATION,
  /** Asks for help in general. */
  HELP,
  /** Carries a link. */
  URL,
  /** Speaks to a bot: starts with an exclamation mark or a slash and a word. */
  COMMAND,
  /** Laughs or smiles, nothing more than a reaction. */
  LAUGH;

  /** The bit of this cue in a set of cues. */
  // Sets of cues live only inside a running program.
  @SuppressWarnings("EnumOrdinal")
  int bit() {
    return 1 << ordinal();
  }
}
