package org.groupdigest.udfs.pii.scan;

import java.util.Arrays;
import java.util.Collection;

/** Words to be looked for in a text all at once, in one pass over it. */
public final class Words {

  // Latin and Cyrillic; the few first chars beyond share their lists, which costs no result.
  private static final int SLOTS = 0x800;

  private final String[][] byFirst = new String[SLOTS][];

  /** The words, none of them empty; case matters. */
  public Words(Collection<String> words) {
    for (String word : words) {
      int slot = word.charAt(0) % SLOTS;
      String[] known = byFirst[slot] == null ? new String[0] : byFirst[slot];
      String[] more = Arrays.copyOf(known, known.length + 1);
      more[known.length] = word;
      byFirst[slot] = more;
    }
  }

  /** Whether one of the words occurs in a text, also inside of another word. */
  public boolean occurIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (startAt(text, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean startAt(String text, int place) {
    String[] words = byFirst[text.charAt(place) % SLOTS];
    if (words != null) {
      for (String word : words) {
        if (text.startsWith(word, place)) {
          return true;
        }
      }
    }
    return false;
  }
}
