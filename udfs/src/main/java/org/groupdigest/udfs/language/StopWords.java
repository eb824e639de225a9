package org.groupdigest.udfs.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Words without content: Snowball's and Lucene's lists and our own of what people say in chats. */
final class StopWords {

  /** Languages of scripts that no other language at hand is written in. */
  private static final List<String> BY_SCRIPT = List.of("ar", "fa", "hi", "hy", "th");

  private static final int LONGEST_PARTICLE = 3;

  private StopWords() {}

  /** Stop words that need no guess at the language, because their script tells it. */
  static Set<String> byScript() {
    Set<String> words = new HashSet<>();
    BY_SCRIPT.forEach(language -> addLucene(words, language));
    addOwn(words, "stop-zh.txt");
    return Set.copyOf(words);
  }

  /** Whether a word is a Japanese particle or ending: few signs, all of them hiragana. */
  static boolean isParticle(String word) {
    return word.length() <= LONGEST_PARTICLE
        && word.codePoints().allMatch(c -> UnicodeScript.of(c) == UnicodeScript.HIRAGANA);
  }

  /** Russian and English stop words in lower case, {@code ё} written as {@code е}. */
  static Set<String> russianAndEnglish() {
    Set<String> words = new HashSet<>();
    addSnowball(words, "english_stop.txt");
    addSnowball(words, "russian_stop.txt");
    addOwn(words, "stop-en.txt");
    addOwn(words, "stop-ru.txt");
    words.addAll(byScript());
    return Set.copyOf(words);
  }

  private static void addSnowball(Set<String> words, String file) {
    try (Reader reader = open(SnowballFilter.class, file)) {
      add(words, WordlistLoader.getSnowballWordSet(reader));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read stop words " + file, e);
    }
  }

  private static void addLucene(Set<String> words, String language) {
    String file = "/org/apache/lucene/analysis/" + language + "/stopwords.txt";
    try (Reader reader = open(SnowballFilter.class, file)) {
      add(words, WordlistLoader.getWordSet(reader, "#"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read stop words of " + language, e);
    }
  }

  private static void addOwn(Set<String> words, String file) {
    try (Reader reader = open(StopWords.class, file)) {
      add(words, WordlistLoader.getWordSet(reader, "#"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read stop words " + file, e);
    }
  }

  private static void add(Set<String> words, CharArraySet read) {
    for (Object word : read) {
      for (String one : new String((char[]) word).split(" ")) {
        words.add(one.toLowerCase(Locale.ROOT).replace('ё', 'е'));
      }
    }
  }

  private static Reader open(Class<?> beside, String file) throws IOException {
    InputStream stream = beside.getResourceAsStream(file);
    if (stream == null) {
      throw new IOException("resource is missing");
    }
    return new InputStreamReader(stream, StandardCharsets.UTF_8);
  }
}
