package org.groupdigest.job.model.sources;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.udfs.language.LanguageAnalyzer;
import org.groupdigest.udfs.language.Sentences;
import org.groupdigest.udfs.language.Term;
import org.groupdigest.udfs.language.UnspacedWords;
import org.groupdigest.udfs.text.Negation;
import org.groupdigest.udfs.text.Tokens;

/**
 * How much of a claim's wording stands in its sources: share of the claim's content words whose
 * beginning also begins a word of the cited messages or of those right beside them. Words of 3
 * letters and more are compared by their first 5, which bears the endings of Russian and English;
 * names of participants count on neither side. A claim that cannot be compared counts as carried: a
 * translation into another script, and scripts that do not set words apart or begin them with
 * particles.
 *
 * <p>The shares are chosen on summaries that people wrote of meetings and letters ({@code
 * WordingOfPeopleTest}): of 1,396 sentences 1.1 % fall short of a statement and 1.7 % of a
 * decision; of the same sentences said of other conversations 97.7 % and 98.5 % do.
 */
public final class WordingSupport {

  /** How much of its wording a text owes to its sources. */
  public enum Need {
    /** A title may say in one word of its own what many messages are about. */
    TITLE(Double.MIN_NORMAL, 1),
    /** A good summary does not copy. */
    STATEMENT(0.2, 2),
    /** Who says that something was decided or is to be done has to be closer to what was said. */
    DECISION(0.25, 2);

    private final double least;
    private final int words;

    /**
     * @param least share, inclusive
     * @param words content words from which on a share says something
     */
    Need(double least, int words) {
      this.least = least;
      this.words = words;
    }
  }

  private static final int MIN_LETTERS = 3;
  private static final int PREFIX = 5;
  private static final double VERBATIM = 0.75;
  private static final Set<UnicodeScript> COMPARABLE =
      Set.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN);
  private static final LanguageAnalyzer ANALYZER = LanguageAnalyzer.of("en");

  private final WindowMessages window;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Set<String>> known = new HashMap<>();

  /** Checks claims about this window. */
  public WordingSupport(WindowMessages window) {
    this.window = window;
    window.knownNames().keySet().forEach(name -> names.addAll(Tokens.of(name)));
  }

  /** Whether the cited messages carry the claim's wording as far as it needs. */
  public boolean carries(String claim, List<Message> cited, Need need) {
    Set<String> claimed = content(claim);
    Set<String> sources = new HashSet<>();
    window.around(cited).forEach(message -> sources.addAll(beginnings(message)));
    return claimed.size() < need.words
        || !isComparable(claimed, sources)
        || common(claimed, sources) >= need.least * claimed.size();
  }

  private Set<String> content(String claim) {
    Set<String> content = beginnings(claim);
    content.removeIf(this::isName);
    return content;
  }

  /**
   * Whether a sentence of the claim repeats one of a cited message and denies what that affirms, or
   * the other way round.
   */
  public boolean isReversed(String claim, List<Message> cited) {
    List<String> sources =
        cited.stream().flatMap(one -> Sentences.of(one.readableText()).stream()).toList();
    return Sentences.of(claim).stream().anyMatch(sentence -> isOpposite(sentence, sources));
  }

  private static boolean isOpposite(String sentence, List<String> sources) {
    Set<String> claimed = beginnings(sentence);
    List<String> same =
        sources.stream().filter(source -> isVerbatim(claimed, beginnings(source))).toList();
    boolean denied = Negation.isIn(sentence);
    return claimed.size() > 1
        && !same.isEmpty()
        && same.stream().noneMatch(source -> Negation.isIn(source) == denied);
  }

  private static boolean isVerbatim(Set<String> claimed, Set<String> sentence) {
    long common = common(claimed, sentence);
    return common >= VERBATIM * claimed.size() && common >= VERBATIM * sentence.size();
  }

  private static long common(Set<String> some, Set<String> others) {
    return some.stream().filter(others::contains).count();
  }

  private Set<String> beginnings(Message message) {
    return known.computeIfAbsent(
        message.messageId(), id -> Set.copyOf(beginnings(message.readableText())));
  }

  /** Beginnings of the words that carry content. */
  static Set<String> beginnings(String text) {
    Set<String> all = new HashSet<>();
    for (Term term : ANALYZER.terms(text)) {
      if (!term.stop()) {
        Tokens.of(term.surface()).stream()
            .filter(WordingSupport::saysSomething)
            .forEach(word -> all.add(beginning(word)));
      }
    }
    return all;
  }

  /** Words of scripts without blanks are short. */
  private static boolean saysSomething(String word) {
    return UnspacedWords.isUnspaced(word.codePointAt(0))
        || (word.length() >= MIN_LETTERS && Character.isLetter(word.charAt(0)));
  }

  private static String beginning(String word) {
    return word.substring(0, Math.min(PREFIX, word.length())).replace('ё', 'е');
  }

  private boolean isName(String beginning) {
    return names.stream()
        .anyMatch(
            name ->
                beginning.equals(beginning(name.toLowerCase(Locale.ROOT)))
                    || NameForms.isForm(beginning, name));
  }

  private static boolean isComparable(Set<String> claimed, Set<String> sources) {
    UnicodeScript script = script(claimed);
    return COMPARABLE.contains(script) && (sources.isEmpty() || script == script(sources));
  }

  /** The script of most words. */
  private static UnicodeScript script(Collection<String> words) {
    Map<UnicodeScript, Integer> count = new HashMap<>();
    words.forEach(word -> count.merge(UnicodeScript.of(word.codePointAt(0)), 1, Integer::sum));
    return count.entrySet().stream()
        .max(Map.Entry.<UnicodeScript, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.UNKNOWN);
  }
}
