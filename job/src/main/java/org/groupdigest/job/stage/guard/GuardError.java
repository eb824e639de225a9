package org.groupdigest.job.stage.guard;

import java.util.regex.Pattern;

/**
 * One thing wrong with an answer. Carries places and ids, never a word of the chat or the answer,
 * so that it may be logged and stored.
 *
 * @param kind what is wrong
 * @param path where in the answer, such as {@code $.topics[0].message_ids[2]}
 * @param detail a message or thread id, a schema keyword or a property name; empty when there is
 *     nothing that is safe to show
 */
public record GuardError(Kind kind, String path, String detail) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

  /** Kinds of errors: a closed set with stable names, constants only added. */
  public enum Kind {
    NOT_JSON("the answer holds no JSON object"),
    TOO_LONG("the answer is longer than allowed"),
    SCHEMA("the value breaks the schema"),
    UNKNOWN_MESSAGE("no such message in the window"),
    UNKNOWN_THREAD("no such thread in the window"),
    UNKNOWN_PARTICIPANT("no such participant in the window"),
    NO_SOURCE("no source is left that exists"),
    WRONG_AUTHOR("the person named did not write a cited message and is not addressed in one"),
    UNSUPPORTED_FACT("a number or date does not stand in the cited messages"),
    WRONG_COUNT("the count does not fit the messages"),
    UNSUPPORTED_WORDING("the cited messages speak of something else"),
    CONTRADICTED("a cited message says the opposite"),
    AMBIGUOUS("the answer holds several different objects that fit; give one");

    private final String meaning;

    Kind(String meaning) {
      this.meaning = meaning;
    }
  }

  /** An error with a detail out of the answer, which is shown only if it looks like an id. */
  static GuardError of(Kind kind, String path, String reference) {
    boolean safe = reference != null && ID.matcher(reference).matches();
    return new GuardError(kind, path, safe ? reference : "");
  }

  /** An error without detail. */
  static GuardError of(Kind kind, String path) {
    return new GuardError(kind, path, "");
  }

  /** One line for a repair prompt, a log or a dead letter. */
  public String describe() {
    return path + ": " + kind.meaning + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
