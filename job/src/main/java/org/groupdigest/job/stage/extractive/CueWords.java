package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Expressions by which a kind of statement is recognised ({@code decision}, {@code thanks}, ...),
 * out of {@code extractive/<language>/cues.txt}. Expressions match whole words without regard to
 * case; {@code ё} counts as {@code е}. Immutable.
 */
final class CueWords {

  private static final String BEFORE = "(?<![\\p{L}\\p{N}_])";
  private static final String AFTER = "(?![\\p{L}\\p{N}_])";

  private final Map<String, Pattern> anywhere = new HashMap<>();
  private final Map<String, Pattern> whole = new HashMap<>();
  private final Map<String, Pattern> leading = new HashMap<>();

  private CueWords(Map<String, List<String>> sections) {
    sections.forEach(this::compile);
  }

  /** The cue words of all given languages together; none for an empty list. */
  static CueWords of(List<String> languages) {
    Map<String, List<String>> sections = new HashMap<>();
    for (String language : languages) {
      SectionedResource.read("/extractive/" + language + "/cues.txt")
          .forEach((name, lines) -> merge(sections, name, lines));
    }
    return new CueWords(sections);
  }

  private static void merge(Map<String, List<String>> sections, String name, List<String> lines) {
    sections.computeIfAbsent(name, key -> new ArrayList<>()).addAll(lines);
  }

  private void compile(String name, List<String> lines) {
    String any = lines.stream().map(CueWords::expression).collect(Collectors.joining("|"));
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    anywhere.put(name, Pattern.compile(BEFORE + "(?:" + any + ")" + AFTER, flags));
    whole.put(name, Pattern.compile("[^\\p{L}\\p{N}]*(?:" + any + ")[^\\p{L}\\p{N}]*", flags));
    leading.put(name, Pattern.compile("(?:" + any + ")" + AFTER, flags));
  }

  private static String expression(String line) {
    return line.replace("~", "\\p{L}*").replace(" ", "\\s+");
  }

  /** Whether the text has an expression of the section. */
  boolean in(String section, String text) {
    return find(section, text).isPresent();
  }

  /** The first expression of the section in the text, as it stands there. */
  Optional<String> find(String section, String text) {
    Pattern pattern = anywhere.get(section);
    if (pattern == null) {
      return Optional.empty();
    }
    String normal = normal(text);
    Matcher matcher = pattern.matcher(normal);
    return matcher.find()
        ? Optional.of(text.substring(matcher.start(), matcher.end()))
        : Optional.empty();
  }

  /** How many expressions of the section the text has. */
  int count(String section, String text) {
    Pattern pattern = anywhere.get(section);
    return pattern == null ? 0 : (int) pattern.matcher(normal(text)).results().count();
  }

  /** Whether the text is nothing but an expression of the section. */
  boolean isAll(String section, String text) {
    Pattern pattern = whole.get(section);
    return pattern != null && pattern.matcher(normal(text)).matches();
  }

  /** Whether the text begins with an expression of the section. */
  boolean begins(String section, String text) {
    return leadingLength(section, text) > 0;
  }

  /** Length in UTF-16 units of the section's expression that the text begins with, else 0. */
  int leadingLength(String section, String text) {
    Pattern pattern = leading.get(section);
    if (pattern == null) {
      return 0;
    }
    Matcher matcher = pattern.matcher(normal(text));
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  /** Same length as the text, so that offsets hold. */
  private static String normal(String text) {
    return text.replace('ё', 'е').replace('Ё', 'Е').replace('’', '\'');
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "CueWords[%d sections]", anywhere.size());
  }
}
