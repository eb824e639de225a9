package org.groupdigest.job.stage.extractive;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The few words that the engine says itself, in the language of the digest, out of {@code
 * extractive/<language>/wording.txt} ({@code key = text}). A language without that file has none:
 * the engine then leaves out what it would have to say.
 */
final class Wording {

  private final Map<String, String> texts;

  private Wording(Map<String, String> texts) {
    this.texts = texts;
  }

  /** The wording of a language, empty for one without resources. */
  static Wording of(String language) {
    if (!LanguagePack.COMPLETE.contains(language)) {
      return new Wording(Map.of());
    }
    List<String> lines =
        SectionedResource.read("/extractive/" + language + "/wording.txt").get("wording");
    return new Wording(
        lines.stream()
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip())));
  }

  /** A text with its arguments filled in; empty when the language has no words for it. */
  Optional<String> say(String key, Object... arguments) {
    return Optional.ofNullable(texts.get(key))
        .map(text -> arguments.length == 0 ? text : format(text, arguments));
  }

  /** Whether a text was made from the key's text, up to its first argument. */
  boolean isOwn(String key, String text) {
    String pattern = texts.get(key);
    return pattern != null && text.startsWith(pattern.substring(0, pattern.indexOf('{')));
  }

  /** Whether a text is a headline of quiet hours, whole and in any language at hand. */
  static boolean isQuietHeadline(String text) {
    return LanguagePack.COMPLETE.stream()
        .map(Wording::of)
        .anyMatch(one -> one.quietHeadlines().anyMatch(text::equals));
  }

  private Stream<String> quietHeadlines() {
    return Stream.of("quiet.answered.one", "quiet.answered.few", "quiet.open.one", "quiet.open.few")
        .map(texts::get)
        .flatMap(
            what ->
                Stream.of("quiet.day", "quiet.hours").flatMap(when -> say(when, what).stream()));
  }

  private static String format(String text, Object... arguments) {
    return new MessageFormat(text, java.util.Locale.ROOT).format(arguments);
  }
}
