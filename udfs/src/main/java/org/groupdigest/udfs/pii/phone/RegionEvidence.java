package org.groupdigest.udfs.pii.phone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.groupdigest.udfs.pii.scan.PhoneRegions;

/**
 * Signs of the countries that a chat is in, collected text by text: numbers that are written with
 * their country code, and the words that tell languages apart. Bounded, whatever the texts are: at
 * most {@value #MAX_REGIONS} countries, and no more is learned after {@value #MAX_TEXTS} texts.
 */
public final class RegionEvidence {

  private static final int MAX_TEXTS = 2000;
  private static final int MAX_REGIONS = 16;
  private static final int MAX_KNOWN = 6;
  private static final int MAX_LIKELY = 6;
  private static final int MAX_LANGUAGES = 2;
  private static final int MIN_WORDS = 2;

  // How much rarer than the most frequent one may be chance: cousins of a language share words.
  private static final int RARE_NUMBER = 10;
  private static final int RARE_LANGUAGE = 2;
  private static final int MAX_TEXT = 2000;
  private static final int MAX_WRITTEN = 24;
  private static final int MIN_DIGITS = 8;

  private final Map<String, Integer> numbers = new TreeMap<>();
  private final Map<String, Integer> languages = new TreeMap<>();
  private int texts;

  /** The countries that a single text speaks for. */
  static PhoneRegions of(String text) {
    RegionEvidence evidence = new RegionEvidence();
    evidence.learn(text);
    return evidence.regions(List.of());
  }

  /** Takes one text of the chat. */
  public void learn(String text) {
    if (texts >= MAX_TEXTS) {
      return;
    }
    texts++;
    String head = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    learnNumbers(head);
    PhoneLanguages.count(head, languages);
  }

  private void learnNumbers(String text) {
    for (int plus = text.indexOf('+'); plus >= 0; plus = text.indexOf('+', plus + 1)) {
      regionAt(text, plus).ifPresent(this::add);
    }
  }

  private void add(String region) {
    if (numbers.size() < MAX_REGIONS || numbers.containsKey(region)) {
      numbers.merge(region, 1, Integer::sum);
    }
  }

  private static Optional<String> regionAt(String text, int plus) {
    int end = plus + 1;
    int digits = 0;
    while (end < text.length()
        && end - plus < MAX_WRITTEN
        && "0123456789 -.()\u00a0".indexOf(text.charAt(end)) >= 0) {
      digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
      end++;
    }
    return digits < MIN_DIGITS
        ? Optional.empty()
        : PhoneNumbers.regionOf(text.substring(plus, end).strip());
  }

  /**
   * The countries so far, the most frequent first.
   *
   * @param named countries that a person has named; they come first
   */
  public PhoneRegions regions(List<String> named) {
    List<String> known = new ArrayList<>(named);
    mostFrequent(numbers, MAX_KNOWN, 1, RARE_NUMBER).stream()
        .filter(r -> !known.contains(r))
        .forEach(known::add);
    List<String> likely = new ArrayList<>();
    for (String language : mostFrequent(languages, MAX_LANGUAGES, MIN_WORDS, RARE_LANGUAGE)) {
      PhoneLanguages.regions(language).stream()
          .filter(r -> !likely.contains(r) && likely.size() < MAX_LIKELY)
          .forEach(likely::add);
    }
    return new PhoneRegions(known, likely);
  }

  private static List<String> mostFrequent(
      Map<String, Integer> counts, int limit, int least, int rare) {
    int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() * rare >= most && entry.getValue() >= least)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
