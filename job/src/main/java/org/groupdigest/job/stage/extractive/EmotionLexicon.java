package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words and signs of feeling by kind ({@code positive}, {@code conflict}, ...), out of {@code
 * extractive/<language>/emotions.txt}. Immutable.
 */
final class EmotionLexicon {

  private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}~].*");
  private static final int NEGATION_REACH = 20;

  private final Map<String, Pattern> patterns = new HashMap<>();

  private EmotionLexicon(Map<String, List<String>> expressions) {
    expressions.forEach((kind, lines) -> patterns.put(kind, pattern(lines)));
  }

  /** The lexicon of all given languages together. */
  static EmotionLexicon of(List<String> languages) {
    Map<String, List<String>> expressions = new HashMap<>();
    for (String language : languages) {
      SectionedResource.read("/extractive/" + language + "/emotions.txt")
          .forEach(
              (kind, lines) ->
                  expressions.computeIfAbsent(kind, key -> new ArrayList<>()).addAll(lines));
    }
    return new EmotionLexicon(expressions);
  }

  /** Words stand alone; emoji and smileys may stick to anything. */
  private static Pattern pattern(List<String> lines) {
    Map<Boolean, List<String>> byKind =
        lines.stream()
            .distinct()
            .collect(Collectors.partitioningBy(line -> WORD.matcher(line).matches()));
    String words = alternatives(byKind.get(true));
    String signs = alternatives(byKind.get(false));
    String expression = "(?<![\\p{L}\\p{N}_'])(?:" + words + ")(?![\\p{L}\\p{N}_])";
    return Pattern.compile(
        signs.isEmpty() ? expression : expression + "|" + signs,
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String alternatives(List<String> lines) {
    return lines.stream()
        .map(line -> line.replace("~", "\\p{L}*").replace(" ", "\\s+"))
        .collect(Collectors.joining("|"));
  }

  /** How many expressions of the kind the text has, however they are meant. */
  int count(String kind, String text) {
    Pattern pattern = patterns.get(kind);
    return pattern == null ? 0 : (int) pattern.matcher(text).results().count();
  }

  /** How many expressions of the kind stand behind a negation, as in {@code not good}. */
  int negated(String kind, String text) {
    Pattern pattern = patterns.get(kind);
    Pattern negation = patterns.get("negation");
    if (pattern == null || negation == null) {
      return 0;
    }
    return (int) pattern.matcher(text).results().filter(hit -> isNegated(hit, text)).count();
  }

  private boolean isNegated(MatchResult hit, String text) {
    String before = text.substring(Math.max(0, hit.start() - NEGATION_REACH), hit.start());
    String clause = before.substring(before.lastIndexOf(',') + 1);
    return patterns.get("negation").matcher(clause).find() && !clause.matches(".*[.!?;].*");
  }
}
