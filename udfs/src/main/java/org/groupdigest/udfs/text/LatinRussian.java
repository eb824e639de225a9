package org.groupdigest.udfs.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises Russian that is typed in Latin letters ({@code privet, kak dela}), whichever way the
 * letters are written: by common words that no other language writes so.
 */
final class LatinRussian {

  private static final Pattern WORD = Pattern.compile("[\\p{L}'4]+");

  private LatinRussian() {}

  /**
   * How much of a text is Russian.
   *
   * @param russian words that are plainly Russian
   * @param words all words
   */
  record Share(int russian, int words) {

    /** 0..1. */
    double of() {
      return words == 0 ? 0 : russian / (double) words;
    }
  }

  /** How many words of a Latin text are Russian. */
  static Share share(String text) {
    int words = 0;
    int russian = 0;
    for (Matcher matcher = WORD.matcher(text); matcher.find(); words++) {
      russian += Words.KNOWN.contains(Cyrillised.normal(Cyrillised.of(matcher.group()))) ? 1 : 0;
    }
    return new Share(russian, words);
  }

  /** Loaded at the first text in Latin letters. */
  private static final class Words {

    static final Set<String> KNOWN = load();

    private static Set<String> load() {
      try (InputStream in = LatinRussian.class.getResourceAsStream("russian-words.txt")) {
        if (in == null) {
          throw new IllegalStateException("the list of Russian words is not on the class path");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(Pattern.compile("\\s+")::splitAsStream)
            .map(Cyrillised::normal)
            .collect(Collectors.toUnmodifiableSet());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the list of Russian words", e);
      }
    }
  }
}
