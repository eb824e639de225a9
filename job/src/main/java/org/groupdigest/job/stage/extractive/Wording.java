package org.groupdigest.job.stage.extractive;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The few words that the engine says itself, in the language of the digest, out of {@code
 * extractive/<language>/wording.txt} ({@code key = text}). A language without that file has none:
 * the engine then leaves out what it would have to say.
 */
final class Wording {

  /** Questions that a quiet window has at most. */
  static final int MOST_QUESTIONS = 9;

  private static final Set<String> OWN_HEADLINES =
      LanguagePack.COMPLETE.stream()
          .map(Wording::of)
          .flatMap(Wording::ownHeadlines)
          .collect(Collectors.toUnmodifiableSet());

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

  /** What the headline of a quiet window says of its questions, or empty. */
  Optional<String> quiet(int questions, int open) {
    String one = questions == 1 ? "one" : "all";
    return say("quiet.count." + questions)
        .flatMap(
            count ->
                open == 0
                    ? say("quiet.answered." + one, count)
                    : open == questions
                        ? say("quiet.open." + one, count)
                        : say("quiet.open." + open)
                            .flatMap(some -> say("quiet.open.some", count, some)));
  }

  /** Whether a text is a headline in the engine's own words, whole and in any language at hand. */
  static boolean isOwnHeadline(String text) {
    return OWN_HEADLINES.contains(text);
  }

  private Stream<String> ownHeadlines() {
    Stream<String> quiet =
        IntStream.rangeClosed(1, MOST_QUESTIONS)
            .boxed()
            .flatMap(all -> IntStream.rangeClosed(0, all).mapToObj(open -> quiet(all, open)))
            .flatMap(Optional::stream)
            .flatMap(
                what ->
                    Stream.of("quiet.day", "quiet.hours")
                        .flatMap(when -> say(when, what).stream()));
    return Stream.concat(quiet, say("reactions").stream());
  }

  private static String format(String text, Object... arguments) {
    return new MessageFormat(text, java.util.Locale.ROOT).format(arguments);
  }
}
