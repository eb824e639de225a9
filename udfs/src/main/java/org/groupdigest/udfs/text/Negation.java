package org.groupdigest.udfs.text;

import java.util.regex.Pattern;

/** Whether a Russian or English sentence denies something. */
public final class Negation {

  private static final Pattern DENIAL =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:not|never|nobody|cannot|не|нет|нельзя|никогда|никто|нечего)(?!\\p{L})"
              + "|n['’]t(?!\\p{L})");

  // It denies what was asked before, not what the sentence goes on to say.
  private static final Pattern ANSWER =
      Pattern.compile("(?iu)^\\s*+(?:да\\s++)?+нет\\s*+[,.!:—–-]");

  private Negation() {}

  /** Whether a word of the sentence denies; a "no" that only answers does not count. */
  public static boolean isIn(String sentence) {
    return DENIAL.matcher(ANSWER.matcher(sentence).replaceFirst("")).find();
  }
}
