package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Accuracy of language detection among languages that are easily taken for one another, on 42 lines
 * a language: for chats of four lines, and for lines alone, which is more than the product needs.
 */
class NearLanguagesTest {

  private static final int CHAT = 4;

  private final LanguageDetector detector = new LanguageDetector();

  @ParameterizedTest
  @CsvSource({
    "ru-Latn, ru, 0.97, 0.85",
    "cs, cs, 1, 0.85",
    "sk, sk, 1, 0.75",
    "pl, pl, 1, 0.97",
    "hr, hr, 0.95, 0.9",
    "sl, sl, 1, 0.75",
    "en, en, 1, 1",
    "ru, ru, 1, 1",
    "uk, uk, 1, 0.9",
    "be, be, 1, 0.97",
    "bg, bg, 1, 0.95",
    "sr, sr, 1, 0.8"
  })
  void areToldApart(String file, String language, double ofChats, double ofLines) {
    List<String> lines = lines(file);
    List<List<String>> chats =
        IntStream.rangeClosed(0, lines.size() - CHAT)
            .mapToObj(from -> lines.subList(from, from + CHAT))
            .toList();

    assertThat(share(language, chats)).isGreaterThanOrEqualTo(ofChats);
    assertThat(share(language, lines.stream().map(List::of).toList()))
        .isGreaterThanOrEqualTo(ofLines);
  }

  @ParameterizedTest
  @CsvSource({"cs", "sk", "pl", "hr", "sl", "en"})
  void areNeverTakenForRussianInLatinLetters(String file) {
    assertThat(lines(file)).noneMatch(line -> detector.detect(line).equals("ru"));
  }

  private double share(String language, List<List<String>> chats) {
    long right = chats.stream().filter(chat -> detector.detect(chat).equals(language)).count();
    return right / (double) chats.size();
  }

  private static List<String> lines(String file) {
    try (InputStream in =
        NearLanguagesTest.class.getResourceAsStream("/languages/" + file + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
