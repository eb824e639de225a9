package org.groupdigest.udfs.pii.phone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.DateShape;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PhoneRegions;

/**
 * Usual groupings of national numbers in countries that are likely. A number must be assigned in
 * the country's plan and be written as people there write it. Where such a form is also that of
 * sums ("612 345 678") or lists ("20 12 34 56"), the country must be known.
 */
final class RegionalForms {

  /** Forms without a trunk prefix; all numbers that start with 0 are grouped freely. */
  private static final Map<String, Set<String>> SHAPES =
      Map.ofEntries(
          Map.entry("ES", Set.of("3-2-2-2", "3-3-3", "2-3-2-2", "3-6")),
          Map.entry("PT", Set.of("3-3-3", "2-3-2-2", "1-4-4")),
          Map.entry("GR", Set.of("3-3-4", "3-7")),
          Map.entry("PL", Set.of("3-3-3", "2-3-2-2")),
          Map.entry("CZ", Set.of("3-3-3")),
          Map.entry("SK", Set.of("3-3-3")),
          Map.entry("NO", Set.of("3-2-3", "2-2-2-2")),
          Map.entry("DK", Set.of("2-2-2-2", "4-4")),
          Map.entry("IT", Set.of("3-3-4", "3-7", "3-3-2-2", "3-3-3-1")),
          Map.entry("US", Set.of("3-3-4")),
          Map.entry("CA", Set.of("3-3-4")),
          Map.entry("IN", Set.of("5-5", "3-3-4", "4-3-3", "4-6")),
          Map.entry("CN", Set.of("3-4-4", "3-8")),
          Map.entry("HK", Set.of("4-4")),
          Map.entry("SG", Set.of("4-4")),
          Map.entry("RU", Set.of("3-3-2-2", "3-3-4", "3-7")),
          Map.entry("KZ", Set.of("3-3-2-2", "3-3-4")),
          Map.entry("BY", Set.of("2-3-2-2", "2-7")),
          Map.entry("UA", Set.of("2-3-2-2", "2-7", "3-2-2-2")),
          Map.entry("TR", Set.of("3-3-2-2", "3-3-4", "3-7")),
          Map.entry("AE", Set.of("2-3-4", "1-3-4")),
          Map.entry("GE", Set.of("3-2-2-2", "3-3-3")),
          Map.entry("AM", Set.of("2-2-2-2", "2-6")),
          Map.entry("UZ", Set.of("2-3-2-2")),
          Map.entry("MX", Set.of("2-4-4", "3-3-4")),
          Map.entry("BR", Set.of("2-5-4", "2-4-4")),
          Map.entry("SE", Set.of("2-3-2-2", "2-3-3-2")),
          Map.entry("IL", Set.of("2-3-4", "2-7")),
          Map.entry("JP", Set.of("2-4-4")));

  private static final Set<String> LIKE_SUMS_OR_LISTS = Set.of("3-3-3", "2-2-2-2", "4-4");
  private static final int MIN_BARE = 8;
  private static final int MAX_WORDS_BESIDE = 3;

  private RegionalForms() {}

  /** The country in whose form the number is written, if the chat makes one likely. */
  static Optional<String> match(PhoneWindow window, PhoneRegions regions) {
    if (!isTidy(window)) {
      return Optional.empty();
    }
    Optional<String> known = first(regions.known(), window, true);
    return known.isPresent() ? known : first(regions.likely(), window, false);
  }

  private static Optional<String> first(List<String> regions, PhoneWindow window, boolean known) {
    return regions.stream().filter(region -> fits(window, region, known)).findFirst();
  }

  /** At most two kinds of separators, which is how people write one number. */
  private static boolean isTidy(PhoneWindow window) {
    return window.separators() <= 2
        && !window.continuesBehind()
        && !DateShape.isFullDate(window.written());
  }

  private static boolean fits(PhoneWindow window, String region, boolean known) {
    String digits = window.digits();
    if (window.count() == 1) {
      return known
          && SHAPES.containsKey(region)
          && isAlone(window)
          && PhoneNumbers.isMobile(digits, region);
    }
    if (digits.charAt(0) == '0') {
      return !digits.startsWith("00")
          && (window.singleDigits() == 0 || hasBracketedArea(window))
          && PhoneNumbers.isValid(digits, region);
    }
    String shape = window.shape();
    boolean usual = SHAPES.getOrDefault(region, Set.of()).contains(shape);
    return usual
        && (!LIKE_SUMS_OR_LISTS.contains(shape) || isNoSum(window, shape, known))
        && PhoneNumbers.isValid(digits, region);
  }

  private static boolean hasBracketedArea(PhoneWindow window) {
    return window.shape().startsWith("1-") && window.singleDigits() == 1 && window.has('(');
  }

  private static boolean isNoSum(PhoneWindow window, String shape, boolean known) {
    boolean sum = shape.equals("3-3-3");
    if (sum && window.has('.')) {
      return false;
    }
    return (sum && window.has('-')) || (known && (!sum || endsPhrase(window)));
  }

  /** Whether nothing is counted by the number: a noun would stand behind it. */
  private static boolean endsPhrase(PhoneWindow window) {
    FoldedText text = window.text();
    int next = window.end();
    while (text.at(next) == ' ') {
      next++;
    }
    return !Character.isLetter(text.at(next));
  }

  /** Whether the text is little else than the number: a name, say. */
  private static boolean isAlone(PhoneWindow window) {
    FoldedText text = window.text();
    if (window.digitCount() < MIN_BARE || text.length() > 3 * MIN_BARE + MAX_WORDS_BESIDE * 12) {
      return false;
    }
    int words = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean inside = i >= window.start() && i < window.end();
      if (!inside && text.isDigitAt(i)) {
        return false;
      }
      words += !inside && Character.isLetter(text.at(i)) && !text.isWordAt(i - 1) ? 1 : 0;
    }
    return words <= MAX_WORDS_BESIDE;
  }
}
