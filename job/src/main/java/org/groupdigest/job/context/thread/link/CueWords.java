package org.groupdigest.job.context.thread.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cue words of all known languages at once: chats mix languages, and a word that is a cue in one of
 * them is rarely misleading in another. A language is one resource file {@code
 * threads/cues-<language>.txt} with lines {@code <list>: word word ...}; the lists are the lower
 * case names of {@link Cue} and {@code stop} for words that carry no topic.
 */
public final class CueWords {

  private static final List<String> LANGUAGES = List.of("en", "ru");
  private static final int FRONT = 2;
  private static final Pattern COMMAND = Pattern.compile("[!/](?!me\\b)\\p{L}");

  private static final Pattern QUESTION_MARK = Pattern.compile("[?？؟]");

  private final Map<String, Integer> bits = new HashMap<>();
  private final Set<String> stopWords = new HashSet<>();

  private CueWords() {}

  /** The lists that come with the product. */
  public static CueWords bundled() {
    CueWords words = new CueWords();
    for (String language : LANGUAGES) {
      words.readResource("/threads/cues-" + language + ".txt");
    }
    return words;
  }

  /** Whether a lower-case token has a meaning of its own, so that it is hardly a name. */
  boolean isOrdinary(String token) {
    return stopWords.contains(token) || bits.containsKey(token);
  }

  /** Whether a lower-case token says nothing about the topic. */
  public boolean isStopWord(String token) {
    return stopWords.contains(token);
  }

  /**
   * The cues of a message as a set of bits.
   *
   * @param text the message
   * @param tokens its tokens in order, names of addressed participants left out
   */
  int cuesOf(String text, List<String> tokens) {
    int cues = QUESTION_MARK.matcher(text).find() ? Cue.QUESTION.bit() : 0;
    cues |= text.contains("://") || text.contains("www.") ? Cue.URL.bit() : 0;
    cues |= COMMAND.matcher(text).lookingAt() ? Cue.COMMAND.bit() : 0;
    cues |= isSmiley(text) ? Cue.LAUGH.bit() : 0;
    for (int i = 0; i < tokens.size(); i++) {
      cues |= bits.getOrDefault(tokens.get(i), 0) & (i < FRONT ? ~0 : anywhere());
    }
    return cues;
  }

  private static int anywhere() {
    return Cue.THANKS.bit() | Cue.HELP.bit() | Cue.LAUGH.bit();
  }

  private static boolean isSmiley(String text) {
    return text.contains(":)") || text.contains(";)") || text.contains(":D") || text.contains("))");
  }

  private void readResource(String name) {
    try (InputStream in = CueWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::readLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readLine(String line) {
    int colon = line.indexOf(':');
    if (colon < 0 || line.startsWith("#")) {
      return;
    }
    String list = line.substring(0, colon);
    List<String> words = List.of(line.substring(colon + 1).trim().split("\\s+"));
    if (list.equals("stop")) {
      stopWords.addAll(words);
    } else {
      int bit = Cue.valueOf(list.toUpperCase(Locale.ROOT)).bit();
      words.forEach(word -> bits.merge(word, bit, (a, b) -> a | b));
    }
  }
}
