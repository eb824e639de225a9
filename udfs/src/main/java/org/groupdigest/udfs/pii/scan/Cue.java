package org.groupdigest.udfs.pii.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words near a number that tell what it is. */
public final class Cue {

  private final Set<String> words;
  private final Map<Character, List<String>> stems = new HashMap<>();
  private final int reach;

  /**
   * A cue.
   *
   * @param words whole words, lower case
   * @param stems beginnings of words, lower case, for languages that decline
   * @param reach how many chars before or after the number are looked at
   */
  public Cue(Set<String> words, List<String> stems, int reach) {
    this.words = words;
    this.reach = reach;
    for (String stem : stems) {
      this.stems.computeIfAbsent(stem.charAt(0), c -> new ArrayList<>()).add(stem);
    }
  }

  /** Whether such a word stands before a place. */
  public boolean before(FoldedText text, int position) {
    return lastBefore(text, position) >= 0;
  }

  /** Whether such a word stands behind a place. */
  public boolean after(FoldedText text, int position) {
    return last(text, position, Math.min(text.length(), position + reach)) >= 0;
  }

  /** Where the nearest such word before a place starts, or -1. */
  public int lastBefore(FoldedText text, int position) {
    return last(text, Math.max(0, position - reach), position);
  }

  private int last(FoldedText text, int from, int to) {
    int last = -1;
    for (int i = from; i < to; i++) {
      int end = i;
      while (end < to && isLetter(text, end)) {
        end++;
      }
      boolean whole = end > i && !isLetter(text, i - 1);
      if (whole && matches(text.lower().substring(i, end))) {
        last = i;
      }
      i = Math.max(i, end);
    }
    return last;
  }

  private boolean matches(String word) {
    if (words.contains(word)) {
      return true;
    }
    for (String stem : stems.getOrDefault(word.charAt(0), List.of())) {
      if (word.startsWith(stem)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetter(FoldedText text, int index) {
    return Character.isLetter(text.at(index));
  }
}
