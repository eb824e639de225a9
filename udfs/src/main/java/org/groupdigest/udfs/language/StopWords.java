package org.groupdigest.udfs.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/** Words without content: Snowball's lists and our own of what people say in chats. */
final class StopWords {

  private StopWords() {}

  /** Russian and English stop words in lower case, {@code ё} written as {@code е}. */
  static Set<String> russianAndEnglish() {
    Set<String> words = new HashSet<>();
    addSnowball(words, "english_stop.txt");
    addSnowball(words, "russian_stop.txt");
    addOwn(words, "stop-en.txt");
    addOwn(words, "stop-ru.txt");
    return Set.copyOf(words);
  }

  private static void addSnowball(Set<String> words, String file) {
    try (Reader reader = open(SnowballFilter.class, file)) {
      add(words, WordlistLoader.getSnowballWordSet(reader));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read stop words " + file, e);
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
