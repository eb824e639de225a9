package org.groupdigest.job.sim.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a data block, cut into its columns. */
final class Fields {

  private static final Pattern MEDIA =
      Pattern.compile("(?:^| )\\[(?:image|video|audio|document|sticker|other): ([^\\]]*)]");

  /** What stands behind a message that others reacted to or repeated. */
  private static final Pattern ECHO =
      Pattern.compile(" \\[(reactions|repeated): ([^\\]]*)](?=$| \\[re)");

  private final String[] columns;

  /**
   * @param columns how many there must be; further bars belong to the last one
   */
  Fields(String line, int columns) throws PromptException {
    this.columns = line.split("\\|", columns);
    if (this.columns.length < columns) {
      throw new PromptException(PromptException.Reason.BROKEN_LINE);
    }
  }

  String get(int column) {
    return columns[column];
  }

  /** The column, or null when it is empty. */
  String orNull(int column) {
    return columns[column].isEmpty() ? null : columns[column];
  }

  /** The column as a list with commas between. */
  List<String> list(int column) {
    return split(columns[column]);
  }

  private static List<String> split(String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  int number(int column) throws PromptException {
    try {
      return Integer.parseInt(columns[column].strip());
    } catch (NumberFormatException e) {
      throw new PromptException(PromptException.Reason.BROKEN_LINE);
    }
  }

  /** The column as a text: with its line breaks, and what media say on lines of their own. */
  String text(int column) {
    String said = ECHO.matcher(columns[column]).replaceAll("");
    return MEDIA.matcher(said).replaceAll("\n$1").replace(" / ", "\n").strip();
  }

  /** Names or a number that stand behind a message, or none. */
  List<String> echo(int column, String what) {
    for (Matcher echo = ECHO.matcher(columns[column]); echo.find(); ) {
      if (echo.group(1).equals(what)) {
        return split(echo.group(2));
      }
    }
    return List.of();
  }
}
