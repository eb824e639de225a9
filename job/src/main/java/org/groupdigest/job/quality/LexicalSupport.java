package org.groupdigest.job.quality;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.groupdigest.udfs.text.Tokens;

/**
 * How much of a claim's wording stands in its sources: share of the claim's content words whose
 * beginning also begins a source word. Words of 4 letters and more are compared by their first 5,
 * which bears the endings of Russian and English. A claim in another script than its sources (a
 * translation) cannot be compared and counts as supported here.
 */
final class LexicalSupport {

  /** Least share, inclusive; low, because a good summary does not copy. */
  static final double THRESHOLD = 0.3;

  private static final int MIN_LETTERS = 4;
  private static final int PREFIX = 5;

  private LexicalSupport() {}

  /** Whether the sources carry the claim's wording. */
  static boolean carries(String claim, Collection<String> sources) {
    Set<String> claimed = stems(claim);
    Set<String> known = new HashSet<>();
    sources.forEach(source -> known.addAll(stems(source)));
    if (claimed.isEmpty() || isOtherScript(claimed, known)) {
      return true;
    }
    long found = claimed.stream().filter(known::contains).count();
    return found >= THRESHOLD * claimed.size();
  }

  private static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    for (String token : Tokens.of(text)) {
      if (token.length() >= MIN_LETTERS && Character.isLetter(token.charAt(0))) {
        stems.add(token.substring(0, Math.min(PREFIX, token.length())).replace('ё', 'е'));
      }
    }
    return stems;
  }

  private static boolean isOtherScript(Set<String> claimed, Set<String> known) {
    return !known.isEmpty() && isMostlyAscii(claimed) != isMostlyAscii(known);
  }

  private static boolean isMostlyAscii(Set<String> stems) {
    return 2 * stems.stream().filter(stem -> stem.charAt(0) < 128).count() > stems.size();
  }
}
