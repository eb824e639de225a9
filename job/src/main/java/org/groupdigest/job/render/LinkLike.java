package org.groupdigest.job.render;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.text.CleanText;

/**
 * Recognises what a chat client would turn into a link by itself: addresses with or without a
 * scheme, e-mail addresses, commands and names. The text of a chat must not become a link that
 * leads somewhere, so these are shown as code, which clients leave alone.
 */
final class LinkLike {

  private static final Set<String> CYRILLIC_DOMAINS =
      Set.of(
          "рф", "рус", "онлайн", "сайт", "москва", "дети", "орг", "ком", "католик", "укр", "бел",
          "бг", "мкд", "срб", "қаз", "мон", "ею");

  /** Endings of file names that are no top-level domains. */
  private static final Set<String> FILE_ENDINGS =
      Set.of(
          "yml", "yaml", "java", "js", "ts", "json", "xml", "html", "htm", "css", "txt", "log",
          "conf", "cfg", "csv", "sql", "jar", "kt", "cpp", "toml", "lock", "ini", "exe", "pdf",
          "doc", "docx", "xls", "xlsx", "png", "jpg", "jpeg", "gif", "svg", "gz", "tar", "bak");

  private static final Pattern FILE_NAME = Pattern.compile("[^.@:]+\\.([A-Za-z]+)");
  private static final Pattern OPAQUE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:javascript|vbscript|data|mailto|tel|sms|tg|ton|file|intent):.+");
  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\p{L}\\p{N}_/<>])/[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern WIDE_DOT = Pattern.compile("(?<=[A-Za-z0-9])\u3002(?=[A-Za-z0-9])");
  private static final Pattern LIVE = Pattern.compile("[.@:\u3002\uff0e\uff61\u2024\uff1a]");
  private static final int MAX_SHOWN = 48;

  private LinkLike() {}

  /** Whether a run of characters without white space would become a link. */
  static boolean is(String word, Set<String> people) {
    return isLinked(word, people) || isLinked(narrow(word), people);
  }

  private static boolean isLinked(String word, Set<String> people) {
    return word.contains("://")
        || word.toLowerCase(Locale.ROOT).contains("www.")
        || OPAQUE.matcher(word).find()
        || COMMAND.matcher(word).find()
        || isForeignMention(word, people)
        || hasDomain(word);
  }

  /** How a link-like word is shown: without its scheme, and not endlessly. */
  static String shown(String word) {
    int scheme = word.indexOf("://");
    String rest = scheme >= 0 && scheme + 3 < word.length() ? word.substring(scheme + 3) : word;
    return CleanText.clip(rest, MAX_SHOWN);
  }

  /** As a client reads it that takes wide letters and dots for what they look like. */
  private static String narrow(String word) {
    String normal = Normalizer.normalize(word, Normalizer.Form.NFKC);
    return WIDE_DOT.matcher(normal).replaceAll(".");
  }

  /**
   * How a link-like word stands where nothing can be marked as code: {@code example[.]org}, which
   * no client makes a link of. Names of files stay as they are.
   */
  static String defused(String word) {
    Matcher file = FILE_NAME.matcher(word);
    boolean isFile =
        file.matches() && FILE_ENDINGS.contains(file.group(1).toLowerCase(Locale.ROOT));
    return isFile || !is(word, Set.of()) ? word : LIVE.matcher(word).replaceAll("[$0]");
  }

  private static boolean isForeignMention(String word, Set<String> people) {
    for (int at = word.indexOf('@'); at >= 0; at = word.indexOf('@', at + 1)) {
      int end = at + 1;
      while (end < word.length() && isNameUnit(word.charAt(end))) {
        end++;
      }
      if (end > at + 1 && !people.contains(word.substring(at + 1, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDomain(String word) {
    int labelStart = 0;
    boolean labelBefore = false;
    for (int i = 0; i <= word.length(); i++) {
      char c = i < word.length() ? word.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || c == '-' || Character.isSurrogate(c)) {
        continue;
      }
      String label = word.substring(labelStart, i);
      if (labelBefore && isTopLevel(label)) {
        return true;
      }
      labelBefore = c == '.' && !label.isEmpty();
      labelStart = i + 1;
    }
    return false;
  }

  private static boolean isTopLevel(String label) {
    String lower = label.toLowerCase(Locale.ROOT);
    return CYRILLIC_DOMAINS.contains(lower)
        || lower.startsWith("xn--")
        || startsLikeTopLevel(label);
  }

  // Clients differ in what ends an address: letters of another script, a hyphen, digits, length.
  private static boolean startsLikeTopLevel(String label) {
    return label.length() >= 2 && isAsciiLetter(label.charAt(0)) && isAsciiLetter(label.charAt(1));
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNameUnit(char c) {
    return isAsciiLetter(c) || (c >= '0' && c <= '9') || c == '_';
  }
}
