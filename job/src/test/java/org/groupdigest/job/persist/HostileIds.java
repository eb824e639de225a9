package org.groupdigest.job.persist;

import java.util.List;

/** Ids of tenants, groups and windows that are made to be taken for one another. */
public final class HostileIds {
  /** Each is 1 to 128 characters that every store can keep, and is equal to no other. */
  public static final List<String> ALL =
      List.of(
          "a",
          "a:b",
          "a:b:c",
          "b",
          "b:c",
          "a%3Ab",
          "%",
          "_",
          "%25",
          "*",
          "?",
          "\uFFFD",
          "../x",
          "x/../../y",
          "'",
          "''",
          "\"",
          "\\",
          "\\'",
          "' OR '1'='1",
          "'; RESET ROLE; --",
          "{x}",
          "x",
          "%7Bx%7D",
          "$1",
          "NULL",
          "quota",
          "call",
          " ",
          "  ",
          "a ",
          " a",
          "A",
          // CYRILLIC SMALL LETTER A, FULLWIDTH LATIN SMALL LETTER A
          "\u0430",
          "\uFF41",
          // One letter of one and of two code points, a zero-width joiner, a right-to-left mark
          "\u00E9",
          "e\u0301",
          "a\u200D",
          "a\u202Eb",
          "🙂",
          "🙂🙂",
          "👩\u200D🌾",
          "k".repeat(127),
          "k".repeat(128),
          "🌾".repeat(64));

  /** What is a tenant of nobody but looks like one, to patterns, parsers and trimming. */
  public static final List<String> OF_NOBODY =
      List.of(
          "a%",
          "%a%",
          "_:_",
          "a:",
          ":a",
          "a'",
          "(a)",
          "a,b",
          "{a,b}",
          "b ",
          "B",
          "e",
          "\u00C9",
          "🙂\uFE0F",
          "k".repeat(126),
          "k".repeat(129),
          "current_user",
          "\t",
          "\n",
          "a\n",
          "true");

  private HostileIds() {}
}
