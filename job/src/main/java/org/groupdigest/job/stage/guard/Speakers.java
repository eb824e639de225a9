package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who is said to have said something: a name with a verb of speech beside it ({@code Anna said},
 * {@code предложил Олег}, {@code suggested by Ben}), after words such as {@code according to} and
 * {@code по словам}, or before a colon at the start, where a name may have several words.
 */
final class Speakers {

  /** Beginnings of verbs of speech. */
  private static final List<String> SPEECH =
      List.of(
          "said",
          "says",
          "wrote",
          "writes",
          "asked",
          "asks",
          "propos",
          "suggest",
          "reported",
          "promised",
          "agreed",
          "confirmed",
          "answered",
          "replied",
          "сказал",
          "написал",
          "предлож",
          "предлагает",
          "спросил",
          "спрашивает",
          "сообщил",
          "пообещал",
          "обещает",
          "согласил",
          "подтвердил",
          "ответил",
          "говорит",
          "пишет",
          "считает");

  private static final Set<String> LEADS =
      Set.of("according to", "по словам", "по мнению", "со слов", "words of");

  /** Words that a name has at most. */
  private static final int LONGEST_NAME = 8;

  private final People people;

  Speakers(People people) {
    this.people = people;
  }

  /**
   * Somebody said to have spoken.
   *
   * @param at index of the word
   * @param candidates shown names of those whom the word may mean, at least one
   */
  record Speaker(int at, Set<String> candidates) {}

  /** The speakers that words name, in order. */
  List<Speaker> in(String[] words) {
    List<Speaker> found = new ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      Set<String> candidates = candidates(words, i);
      if (!candidates.isEmpty()) {
        found.add(new Speaker(i, candidates));
      }
    }
    return found;
  }

  private Set<String> candidates(String[] words, int i) {
    if (words[i].endsWith(":") && i > 0 && i < LONGEST_NAME) {
      Set<String> whole = people.whole(String.join(" ", List.of(words).subList(0, i + 1)));
      if (!whole.isEmpty()) {
        return whole;
      }
    }
    if (isSpeech(words, i + 1) || isColonAtStart(words, i) || isLead(words, i)) {
      return people.speaking(words[i]);
    }
    boolean by = i > 1 && lower(words, i - 1).equals("by") && isSpeech(words, i - 2);
    return by || isSpeech(words, i - 1) ? people.named(words[i]) : Set.of();
  }

  private boolean isColonAtStart(String[] words, int i) {
    return words[i].endsWith(":") && (i == 0 || (i == 1 && !people.speaking(words[0]).isEmpty()));
  }

  private static boolean isLead(String[] words, int i) {
    return i > 1 && LEADS.contains(lower(words, i - 2) + " " + lower(words, i - 1));
  }

  /** Whether a word is a verb of speech; there is none beyond the ends. */
  static boolean isSpeech(String[] words, int i) {
    String word = i < 0 || i >= words.length ? "" : lower(words, i);
    return SPEECH.stream().anyMatch(word::startsWith);
  }

  private static String lower(String[] words, int i) {
    return words[i].toLowerCase(Locale.ROOT);
  }
}
