package org.groupdigest.job.render;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
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
  private static final String FILE_ENDINGS =
      "ya?ml|java|[cm]?[jt]sx?|json[l5]?|ipynb|xml|xsd|html?|s?css|sass|less|txt|log|conf|cfg|csv|tsv"
          + "|sql|jar|war|kts?|scala|groovy|gradle|cpp|hpp|cxx|hxx|php|rb|swift|dart|lua|toml|lock|ini"
          + "|env|properties|exe|dll|msi|apk|deb|rpm|iso|dmg|pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|tex"
          + "|bib|epub|png|jpe?g|gif|svg|webp|bmp|ico|psd|heic|mp[34]|avi|mkv|wav|ogg|flac|webm|gz"
          + "|tgz|tar|rar|7z|bz2|xz|bak|tmp|old|orig|pem|crt|csr|proto|avro|parquet|graphql|vue"
          + "|svelte|bat|cmd|ps1|patch|diff|vim|cmake|mdx|rst|adoc|plist|service|class";

  /**
   * Endings of file names that are also top-level domains, as in {@code main.py}: a name with one
   * dot is a file to everybody who reads it.
   */
  private static final String SHARED_ENDINGS = "py|md|rs|sh|pl|cc|mk|so|ps|ml";

  private static final Pattern FILE_NAME =
      Pattern.compile(
          "(?i)(?:\\.{0,2}/)*(?:[^.@:/?=&]+/)*"
              + "(?:[^@:/?=&]+\\.(?:"
              + FILE_ENDINGS
              + ")|[^.@:/?=&]+\\.(?:"
              + SHARED_ENDINGS
              + "))(?::\\d+)*");
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
    return FILE_NAME.matcher(word).matches() || !is(word, Set.of())
        ? word
        : LIVE.matcher(word).replaceAll("[$0]");
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
