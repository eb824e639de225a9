package org.groupdigest.udfs.pii.net;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * E-mail addresses that are written so that programs do not see them: {@code ann (at) example (dot)
 * org}, {@code ann собака example точка ru}. The bare word "at" counts only together with a spelled
 * dot, since "at example.org" is a place.
 */
public final class SpokenEmailDetector implements Detector {

  private static final String LOCAL =
      "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{1,63}";
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
  private static final String AT_WORD =
      "at|a|@|собака|сабака|собачка|arroba|arobase|chiocciola|malpa|małpa|zavinac|zavináč";
  private static final String BRACKETED_AT = " {0,2}[(\\[{<] ?(?:" + AT_WORD + ") ?[)\\]}>] {0,2}";
  private static final String SPELLED_AT =
      " {1,2}(?:собака|сабака|собачка|arroba|arobase|chiocciola|małpa|zavináč) {1,2}";
  private static final String DOT_WORD = "dot|точка|тчк|punkt|punto|point|kropka|tečka|nokta|d0t";
  private static final String BRACKETED_DOT =
      " {0,2}[(\\[{<] ?(?:" + DOT_WORD + "|\\.) ?[)\\]}>] {0,2}";
  private static final String SPELLED_DOT = " {1,2}(?:" + DOT_WORD + ") {1,2}";
  private static final String ANY_DOT = "(?:" + BRACKETED_DOT + "|" + SPELLED_DOT + "|\\.)";
  private static final String WORD_DOT = "(?:" + BRACKETED_DOT + "|" + SPELLED_DOT + ")";
  private static final String END = "(?![\\p{L}\\p{N}])";

  private static final Pattern SPOKEN =
      Pattern.compile(
          "(?<local>"
              + LOCAL
              + "(?:"
              + WORD_DOT
              + LABEL
              + "){0,2})"
              + "(?:(?:"
              + BRACKETED_AT
              + "|"
              + SPELLED_AT
              + ")(?<domain>"
              + LABEL
              + "(?:"
              + ANY_DOT
              + LABEL
              + "){0,3}"
              + ANY_DOT
              + "\\p{L}{2,24})"
              + "|(?: {1,2}(?:at|@) {1,2}|@)(?<spelled>"
              + LABEL
              + "(?:"
              + ANY_DOT
              + LABEL
              + "){0,2}"
              + WORD_DOT
              + "\\p{L}{2,24}))"
              + END);
  private static final Pattern BRACKETED =
      Pattern.compile("[(\\[{<] ?(?:" + AT_WORD + "|" + DOT_WORD + "|\\.) ?[)\\]}>]");
  private static final Pattern SIGNS_OUT =
      Pattern.compile(
          " {0,2}[(\\[{<]? ?(?:" + DOT_WORD + "|\\.) ?[)\\]}>]? {0,2}(?=[\\p{L}\\p{N}])");

  private static final String BRACKETS = "([{<";
  private static final boolean[] SIGN_STARTS = signStarts();
  private static final List<String> WORDS =
      List.of(
          " dot ",
          "arroba",
          "arobase",
          "chiocciola",
          "kropka",
          " punt",
          "собак",
          "собач",
          "сабак",
          "точка",
          "тчк",
          "małpa",
          "zavináč",
          "tečka");

  private static final int REACH = 90;
  private static final Set<String> NO_NAMES =
      Set.of(
          "look",
          "is",
          "are",
          "was",
          "be",
          "me",
          "us",
          "it",
          "here",
          "up",
          "out",
          "in",
          "find",
          "live",
          "meet",
          "check",
          "visit",
          "hosted",
          "site",
          "page",
          "available",
          "working",
          "sign",
          "read",
          "more",
          "found",
          "online",
          "buy",
          "order",
          "host",
          "domain",
          "server",
          "website",
          "book",
          "apply",
          "register");

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    String text = scanned.folded().lower();
    boolean words = hasWord(text);
    if (!words && !hasBracket(text)) {
      return;
    }
    int from = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      boolean first = c < SIGN_STARTS.length && SIGN_STARTS[c] && (words || isBracket(c));
      if (!first || !isSign(text, i)) {
        continue;
      }
      Matcher spoken = SPOKEN.matcher(text);
      spoken.region(Math.max(from, i - REACH), Math.min(text.length(), i + REACH));
      spoken.useTransparentBounds(true);
      if (spoken.find() && !NO_NAMES.contains(spoken.group("local"))) {
        finds.accept(new Find(PiiKind.EMAIL, spoken.start(), spoken.end(), canonical(spoken)));
        from = spoken.end();
        i = Math.max(i, from);
      }
    }
  }

  private static boolean isBracket(char c) {
    return c == '(' || c == '[' || c == '{' || c == '<';
  }

  /** The chars at which a spelled sign is looked for. */
  private static boolean[] signStarts() {
    boolean[] starts = new boolean[0x500];
    for (char c : (BRACKETS + "ouckбчłč").toCharArray()) {
      starts[c] = true;
    }
    return starts;
  }

  private static boolean hasBracket(String text) {
    for (int i = 0; i < BRACKETS.length(); i++) {
      if (text.indexOf(BRACKETS.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasWord(String text) {
    for (String word : WORDS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a spelled sign is at a place: a look at one char spares most texts the search. */
  private static boolean isSign(String text, int i) {
    return switch (text.charAt(i)) {
      case '(', '[', '{', '<' ->
          "ad@. асптkmpz".indexOf(text.charAt(i + 1)) >= 0
              && BRACKETED.matcher(text).region(i, text.length()).lookingAt();
      case 'o' ->
          text.startsWith(" dot ", i - 2)
              || text.startsWith(" arroba ", i - 4)
              || text.startsWith(" arobase ", i - 3);
      case 'б' -> text.startsWith("соба", i - 2) || text.startsWith("саба", i - 2);
      case 'ч' -> text.startsWith(" точка ", i - 3) || text.startsWith(" тчк ", i - 2);
      case 'ł' -> text.startsWith("małpa", i - 2);
      case 'č' -> text.startsWith("zavináč", i - 6) || text.startsWith("tečka", i - 2);
      case 'u' -> text.startsWith(" punt", i - 2);
      case 'c' -> text.startsWith("chiocciola", i);
      case 'k' -> text.startsWith("kropka", i);
      default -> false;
    };
  }

  private static String canonical(Matcher spoken) {
    String domain =
        spoken.group("domain") != null ? spoken.group("domain") : spoken.group("spelled");
    return plain(spoken.group("local")) + "@" + plain(domain);
  }

  private static String plain(String part) {
    return SIGNS_OUT.matcher(part).replaceAll(".").toLowerCase(Locale.ROOT);
  }
}
