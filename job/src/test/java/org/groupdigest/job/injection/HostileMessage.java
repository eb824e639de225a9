package org.groupdigest.job.injection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message that tries to steer whoever sums the chat up, or to break out of what is shown.
 *
 * @param language of the chat it is posted to
 * @param line where it stands in {@code injections/<language>.txt}, from 1
 * @param category what it tries
 * @param text what is posted
 */
record HostileMessage(String language, int line, String category, String text) {

  private static final int LONG = 6_000;
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.)");

  /** All messages of a language, in the order of the file. */
  static List<HostileMessage> of(String language) {
    List<HostileMessage> all = new ArrayList<>();
    List<String> lines = lines("/injections/" + language + ".txt");
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("#")) {
        String[] parts = lines.get(i).split("\t", 2);
        all.add(new HostileMessage(language, i + 1, parts[0], text(parts[0], parts[1])));
      }
    }
    return all;
  }

  /** Where a reader finds it. */
  String where() {
    return language + ".txt:" + line + " [" + category + "]";
  }

  private static String text(String category, String escaped) {
    String text = ESCAPE.matcher(escaped).replaceAll(HostileMessage::unescaped);
    return category.equals("long") ? (text + " ").repeat(LONG / (text.length() + 1)) : text;
  }

  private static String unescaped(MatchResult escape) {
    String name = escape.group(1);
    return switch (name.charAt(0)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'u' -> Character.toString((char) Integer.parseInt(name.substring(1), 16));
      default -> Matcher.quoteReplacement(name);
    };
  }

  private static List<String> lines(String path) {
    try (InputStream in = HostileMessage.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
