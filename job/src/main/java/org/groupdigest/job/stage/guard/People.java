package org.groupdigest.job.stage.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.sources.NameForms;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.udfs.language.LanguageAnalyzer;
import org.groupdigest.udfs.language.Term;

/**
 * Whom a word of a text may mean: participants by user name, first or family name, declined too.
 */
final class People {

  private static final Pattern BLANKS = Pattern.compile("\\s++");
  private static final Pattern EDGES =
      Pattern.compile("^[@«\"'(\\[]++|(?:['’]s)?[:,.;!?…»\"')\\]]*+$");
  private static final int MIN_LETTERS = 3;
  private static final LanguageAnalyzer ANALYZER = LanguageAnalyzer.of("en");

  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Set<String>> byPart = new HashMap<>();

  /** Everybody whom the window knows. */
  People(WindowMessages window) {
    window
        .knownNames()
        .forEach(
            (name, shown) -> {
              byName.computeIfAbsent(name, key -> new HashSet<>()).add(shown);
              for (String part : BLANKS.split(name)) {
                byPart.computeIfAbsent(part, key -> new HashSet<>()).add(shown);
              }
            });
  }

  /** The words of a text as they stand between blanks. */
  static String[] words(String text) {
    return BLANKS.split(text.strip());
  }

  /** A word without quotes, brackets, punctuation and a possessive ending around it. */
  static String bare(String word) {
    return EDGES.matcher(word).replaceAll("");
  }

  /**
   * Shown names of those whom a word plainly names: a whole name, or part of one with a capital.
   */
  Set<String> named(String word) {
    String bare = bare(word);
    if (!mayBeName(bare)) {
      return Set.of();
    }
    Set<String> whole = byName.get(bare.toLowerCase(Locale.ROOT));
    if (whole != null) {
      return whole;
    }
    return Character.isUpperCase(bare.charAt(0)) ? withPart(bare) : Set.of();
  }

  /** Shown names of those whom a word names where it can only be a name, in any letter case. */
  Set<String> speaking(String word) {
    String bare = bare(word);
    Set<String> whole = byName.get(bare.toLowerCase(Locale.ROOT));
    return whole != null || bare.isEmpty() ? orNobody(whole) : withPart(bare);
  }

  /** Shown names of those whose whole name the words before a colon are. */
  Set<String> whole(String wordsWithColon) {
    String name = wordsWithColon.substring(0, wordsWithColon.length() - 1).strip();
    return orNobody(byName.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Set<String> orNobody(Set<String> people) {
    return people == null ? Set.of() : people;
  }

  private Set<String> withPart(String word) {
    Set<String> people = new HashSet<>();
    byPart.forEach(
        (part, shown) -> {
          if (part.length() >= MIN_LETTERS && NameForms.isForm(word, part)) {
            people.addAll(shown);
          }
        });
    return people;
  }

  private static boolean mayBeName(String word) {
    if (word.length() < MIN_LETTERS || !Character.isLetter(word.charAt(0))) {
      return false;
    }
    List<Term> terms = ANALYZER.terms(word);
    return terms.isEmpty() || !terms.get(0).stop();
  }
}
