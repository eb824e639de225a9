package org.groupdigest.job.llm.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The words of all prompts. A language without texts of its own is asked for in English, by name.
 * Everything is read and checked when the library is made, so that a broken text stops the start
 * and not a digest. Thread-safe.
 */
public final class PromptLibrary {

  /** Version of the set of texts; what is edited inside it shows in their checksum. */
  static final String VERSION = "v1";

  /** Languages with texts of their own. */
  static final List<String> LANGUAGES = List.of("ru", "en");

  private static final String FALLBACK = "en";

  private final Map<String, Map<PromptPart, String>> texts = new HashMap<>();

  /** The texts of the class path. */
  public PromptLibrary() {
    this(PromptLibrary::read);
  }

  /**
   * @param source text by path, see {@link PromptPart#path}; an {@link IllegalStateException}
   *     follows when a text lacks a value or a section, or has one that nobody fills
   */
  PromptLibrary(UnaryOperator<String> source) {
    LANGUAGES.forEach(language -> texts.put(language, load(language, source)));
  }

  /**
   * The texts to ask in.
   *
   * @param language ISO 639-1 code of the answer, {@code und} when nobody knows
   */
  PromptTexts in(String language) {
    String own = texts.containsKey(language) ? language : FALLBACK;
    return new PromptTexts(own, nameOf(language, own), texts.get(own));
  }

  private static String nameOf(String language, String shownIn) {
    Locale locale = Locale.forLanguageTag(language);
    return locale.getLanguage().isEmpty()
        ? "that of the messages"
        : locale.getDisplayLanguage(Locale.forLanguageTag(shownIn));
  }

  private static Map<PromptPart, String> load(String language, UnaryOperator<String> source) {
    Map<PromptPart, String> parts = new EnumMap<>(PromptPart.class);
    for (PromptPart part : PromptPart.values()) {
      String path = part.path(language);
      String text = source.apply(path).strip();
      if (!PromptTexts.placeholdersIn(text).equals(part.placeholders())) {
        throw new IllegalStateException(path + " must hold exactly " + part.placeholders());
      }
      parts.put(part, text);
    }
    checkLegends(language, parts.get(PromptPart.SECTIONS));
    return parts;
  }

  private static void checkLegends(String language, String sections) {
    for (SectionName name : SectionName.values()) {
      if (PromptTexts.legend(sections, name).isEmpty()) {
        throw new IllegalStateException(
            PromptPart.SECTIONS.path(language) + " says nothing of " + name.wireName());
      }
    }
  }

  private static String read(String path) {
    try (InputStream in = PromptLibrary.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
