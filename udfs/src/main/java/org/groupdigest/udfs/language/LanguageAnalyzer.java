package org.groupdigest.udfs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * Words, stems and stop words of a text. Russian and English are analysed together, each word by
 * its script, because chats mix them ({@code "задеплоил hotfix"}); words of any other language are
 * only lower-cased. Arabic, Armenian, Chinese, Hindi, Japanese, Persian and Thai have stop words in
 * every analyzer, known by their script; other languages have none. Immutable and safe to share
 * between threads.
 *
 * <p>Stemming is Snowball's, as shipped with Lucene.
 */
public final class LanguageAnalyzer {

  private final boolean known;
  private final Set<String> stopWords;

  private LanguageAnalyzer(boolean known, Set<String> stopWords) {
    this.known = known;
    this.stopWords = stopWords;
  }

  /**
   * The analyzer for a language.
   *
   * @param language ISO 639-1 code such as {@code ru}; null, {@code und} and languages without
   *     resources give the plain analyzer
   */
  public static LanguageAnalyzer of(String language) {
    if (!"ru".equals(language) && !"en".equals(language)) {
      return new LanguageAnalyzer(false, StopWords.byScript());
    }
    return new LanguageAnalyzer(true, StopWords.russianAndEnglish());
  }

  /** The words of a text in order, repeats included; empty for null. */
  public List<Term> terms(String text) {
    List<Term> terms = new ArrayList<>();
    if (text == null) {
      return terms;
    }
    Stemmers stemmers = known ? new Stemmers() : null;
    for (int[] span : WordSpans.of(text)) {
      String surface = text.substring(span[0], span[1]);
      String lower = normal(surface);
      boolean stop = isStop(lower);
      terms.add(new Term(surface, stem(stemmers, lower), stop, span[0], span[1]));
    }
    return terms;
  }

  /** Stems of the words that carry content, in order, repeats included; empty for null. */
  public List<String> contentStems(String text) {
    return terms(text).stream().filter(term -> !term.stop()).map(Term::stem).toList();
  }

  private boolean isStop(String lower) {
    return stopWords.contains(lower)
        || lower.codePointCount(0, lower.length()) < 2
        || StopWords.isParticle(lower);
  }

  private static String normal(String surface) {
    return WidthForms.folded(surface).toLowerCase(Locale.ROOT).replace('ё', 'е').replace('’', '\'');
  }

  private static String stem(Stemmers stemmers, String lower) {
    return stemmers == null ? lower : stemmers.stem(lower);
  }

  /** Stemmers keep the word they work on, so each call has its own. */
  private static final class Stemmers {

    private final SnowballStemmer russian = new RussianStemmer();
    private final SnowballStemmer english = new EnglishStemmer();

    String stem(String lower) {
      if (!lower.chars().allMatch(Character::isLetter)) {
        return lower;
      }
      boolean cyrillic =
          Character.UnicodeScript.of(lower.charAt(0)).equals(Character.UnicodeScript.CYRILLIC);
      SnowballStemmer stemmer = cyrillic ? russian : english;
      stemmer.setCurrent(lower);
      stemmer.stem();
      return stemmer.getCurrent();
    }
  }
}
