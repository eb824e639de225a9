package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes chat text fit to be shown in a digest without changing what it says: no markup, quoted
 * lines, address of a nick, fillers or smileys, and short links. Placeholders of masked data stay
 * as they are.
 */
final class TextCleaner {

  private static final Pattern CODE_BLOCK = Pattern.compile("(?s)```.*?(```|$)");
  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>+(?=[\\s\\p{L}\"«“>]).*$");
  private static final Pattern CONTROL =
      Pattern.compile(
          "\\u0003\\d{0,2}(,\\d{1,2})?|[\\p{Cc}&&[^\\n\\r\\t]]|[\\u200b\\u200e\\u200f\\ufe0f]|(?<![\\u0590-\\u1cff])[\\u200c\\u200d]");
  private static final Pattern LINKED_TEXT =
      Pattern.compile("\\[([^\\]\\n]+)]\\((?:https?|tg)[^)]*\\)");
  private static final Pattern MARKS =
      Pattern.compile("\\*\\*|__|~~|(?<=\\s|^)[*_](?=\\S)|(?<=\\S)[*_](?=\\s|$)");
  private static final Pattern URL =
      Pattern.compile(
          "https?://(?:www\\.)?([^\\s/<>\"|)\\]]+)([^\\s<>\"|\\]]*)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SMILEY =
      Pattern.compile(
          "(?<=\\s|^|[.!?,])(?:[:;=8xX][-'o^]?[)(DPpO/\\\\|*\\]3]+|\\^_?\\^|[oO]_[oO]|<3|\\)\\)+|\\(\\(+)(?=\\s|$|[.,!?])|(?<=\\p{L})[)(]{2,}");
  private static final Pattern PICTURES =
      Pattern.compile(
          "[\\p{So}\\p{Sk}&&[^`^°]]|[\\x{1F000}-\\x{1FAFF}]|[\\u2190-\\u21ff\\u2600-\\u27bf\\u2b00-\\u2bff]");
  private static final Pattern BULLET =
      Pattern.compile("^(?:[\\s•·▪▫◦‣⁃*|»>]|[—–-](?![\\p{N}.,]))+(?=\\S)");
  private static final Pattern NUMBERING =
      Pattern.compile("^(?:\\(?\\d{1,2}[).]|[a-d]\\)|[Ss]o:)\\s+(?=\\S)");
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)^(?:\\[(?:topic|link|info|idea|agreed|help|vote)]|#(?:topic|link|info|idea|agreed|help))\\s*");
  private static final int SHORT_PATH = 24;

  private final CueWords cues;
  private final Names names;
  private final Addresses addresses;

  /**
   * @param cues expressions to leave out
   * @param names the participants
   * @param addresses how participants are addressed
   */
  TextCleaner(CueWords cues, Names names, Addresses addresses) {
    this.cues = cues;
    this.names = names;
    this.addresses = addresses;
  }

  /**
   * A cleaned text.
   *
   * @param addressee shown name of the participant it begins by addressing, or null
   * @param lines what is left, without empty lines
   */
  record Cleaned(String addressee, List<String> lines) {}

  /** Cleans a message. */
  Cleaned clean(String text) {
    String plain = CODE_BLOCK.matcher(text).replaceAll(" ");
    plain = QUOTED_LINE.matcher(plain).replaceAll("");
    plain = CONTROL.matcher(plain).replaceAll("");
    plain = LINKED_TEXT.matcher(plain).replaceAll("$1");
    plain = MARKS.matcher(plain).replaceAll("");
    plain = shortUrls(plain);
    Addresses.Addressed addressed = addresses.of(plain.strip());
    List<String> lines = new ArrayList<>();
    for (String line : addressed.text().split("\\R")) {
      addLine(lines, line);
    }
    return new Cleaned(addressed.addressee(), lines);
  }

  private void addLine(List<String> lines, String line) {
    String clean = SMILEY.matcher(line).replaceAll("");
    clean = PICTURES.matcher(clean).replaceAll("");
    clean = BULLET.matcher(clean).replaceFirst("");
    clean = TAG.matcher(clean).replaceFirst("");
    clean = NUMBERING.matcher(clean).replaceFirst("");
    clean = clean.replaceAll("\\s+", " ").replaceAll("([!?])[!?]*\\?[!?]*", "?");
    clean =
        clean
            .replaceAll("!{2,}", "!")
            .replaceAll("\\.{4,}", "...")
            .replaceAll(" ([,.!?])(?=\\s|$)", "$1")
            .strip();
    if (!clean.isEmpty() && !cues.isAll("boilerplate", clean)) {
      lines.add(clean);
    }
  }

  private static String shortUrls(String text) {
    return URL.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(shortUrl(found.group(1), found.group(2))));
  }

  private static String shortUrl(String host, String rest) {
    String path = rest.replaceAll("[/.,;:!?)]+$", "");
    boolean readable = path.length() <= SHORT_PATH && !path.matches(".*[?#%=&].*");
    return host.toLowerCase(Locale.ROOT) + (readable ? path : "/…");
  }

  /** Takes greetings and fillers off the start of a sentence and gives it a capital. */
  String trimmed(String sentence) {
    String rest = sentence;
    for (int i = 0; i < 4; i++) {
      int length = cues.leadingLength("lead-in", rest);
      if (length == 0 || length >= rest.length() || !isPause(rest, length)) {
        break;
      }
      rest = rest.substring(length).replaceFirst("^[\\s,.!?:;…—–-]+", "");
    }
    return capitalised(rest.isBlank() ? sentence : rest);
  }

  /** Fillers end at a space or a mark, and what follows must be long enough to stand alone. */
  private static boolean isPause(String text, int at) {
    String after = text.substring(at);
    return after.matches("(?s)[\\s,.!:;…—–-].*") && after.strip().split("\\s+").length >= 3;
  }

  /** Names, links and file names keep their small letters. */
  private String capitalised(String text) {
    String first = text.split("\\s+", 2)[0];
    String word = first.replaceFirst("[,.:;!?]+$", "");
    boolean plain =
        !word.isEmpty()
            && word.chars().allMatch(c -> Character.isLetter(c) || c == '\'' || c == '’');
    boolean lower = word.equals(word.toLowerCase(Locale.ROOT));
    return plain && lower && names.find(word) == null ? Shortened.capitalised(text) : text;
  }
}
