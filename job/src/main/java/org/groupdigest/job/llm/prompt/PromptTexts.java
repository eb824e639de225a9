package org.groupdigest.job.llm.prompt;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one language.
 *
 * @param language ISO 639-1 code of the texts
 * @param answerLanguage name of the answer's language, as these texts call it
 * @param templates text by part, with {@code ${name}} where values go
 */
record PromptTexts(String language, String answerLanguage, Map<PromptPart, String> templates) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

  /** A text with its values; one that is missing is an {@link IllegalArgumentException}. */
  String fill(PromptPart part, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(templates.get(part))
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
  }

  /** What the columns of a section are, on one line. */
  String legend(SectionName section) {
    return legend(templates.get(PromptPart.SECTIONS), section).orElseThrow();
  }

  /** The names of the values that a text wants. */
  static Set<String> placeholdersIn(String text) {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(text).results().forEach(match -> names.add(match.group(1)));
    return names;
  }

  static Optional<String> legend(String sections, SectionName section) {
    String start = section.wireName() + ": ";
    return sections.lines().filter(line -> line.startsWith(start)).findFirst();
  }

  private static String value(String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return value;
  }
}
