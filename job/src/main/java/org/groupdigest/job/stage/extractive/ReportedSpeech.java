package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that a sender only passes on: "Anna says she will ...", "со слов Пети ...", a quotation.
 * Such a sentence is kept whole, because without the one who is quoted it would be the sender's
 * own, and what is promised in it is no promise of the sender's.
 */
final class ReportedSpeech {

  private static final String SECTION = "reported";
  private static final int LONGEST = 300;
  private static final Pattern QUOTED =
      Pattern.compile(
          "«[^»]{1,400}»|“[^”]{1,400}”|\"[^\"\\n]{1,400}\"|„[^“”]{1,400}[“”]|(?<!\\p{L})'[^'\\n]{1,400}'(?!\\p{L})");
  private static final Pattern AFTERWARDS = Pattern.compile("[,.!?»”\"'…—–-]\\s*[—–-]?\\s*$");
  private static final Pattern NAMED =
      Pattern.compile("^[@«“\"]?(\\p{Lu}[\\p{L}\\p{N}_'’-]+(?: \\p{Lu}[\\p{L}'’-]*\\.?)?):\\s");
  private static final Pattern INTRODUCES = Pattern.compile(":\\s*[«“\"„']?\\s*\\S");

  private final CueWords cues;

  ReportedSpeech(CueWords cues) {
    this.cues = cues;
  }

  /** Whether a text tells what somebody else said. */
  boolean isIn(String text) {
    return cues.in(SECTION, text);
  }

  /** The text with quoted words blanked out; offsets hold. */
  String unquoted(String text) {
    return QUOTED.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
  }

  /**
   * Whether an expression of a section is in the sender's own words: outside quotation marks, and
   * neither after "Anna says" nor before ", said Anna".
   */
  boolean isOwn(String section, String text) {
    String own = unquoted(text);
    int at = cues.find(section, own).map(own::indexOf).orElse(-1);
    if (at < 0 || isIn(own.substring(0, at)) || isAnothersLine(own)) {
      return false;
    }
    int said = cues.find(SECTION, own.substring(at)).map(own::lastIndexOf).orElse(-1);
    return said < 0 || !AFTERWARDS.matcher(own.substring(0, said)).find();
  }

  /** "Anna: I will ...": a line of a talk that was held elsewhere. */
  private boolean isAnothersLine(String text) {
    Matcher named = NAMED.matcher(text);
    return named.find() && !cues.isAll("own-label", named.group(1));
  }

  /** The text shortened, unless that would cut off who said it. */
  String shortened(String text, int longest) {
    String shorter = Shortened.atClause(text, longest);
    return isIn(text) && !isIn(shorter) ? text : shorter;
  }

  /**
   * Sentences of one message, those of a quotation or of a speech after a colon joined with the
   * words that introduce them, as far as one sentence may be long.
   *
   * @param lines sentences of each line
   */
  List<String> joined(List<List<String>> lines) {
    List<String> joined = new ArrayList<>();
    for (List<String> line : lines) {
      for (int i = 0; i < line.size(); i++) {
        add(joined, line.get(i), i > 0);
      }
    }
    return joined;
  }

  private void add(List<String> joined, String sentence, boolean sameLine) {
    int last = joined.size() - 1;
    boolean fits = last >= 0 && joined.get(last).length() + sentence.length() < LONGEST;
    if (fits && goesOn(joined.get(last), sameLine)) {
      joined.set(last, joined.get(last) + " " + sentence);
    } else {
      joined.add(sentence);
    }
  }

  private boolean goesOn(String text, boolean sameLine) {
    return isOpen(text) || (text.endsWith(":") && isIn(text)) || (sameLine && introduces(text));
  }

  private static boolean isOpen(String text) {
    return count(text, '«') > count(text, '»')
        || (count(text, '“') > count(text, '”') && count(text, '„') == 0)
        || count(text, '"') % 2 != 0;
  }

  private boolean introduces(String text) {
    String lead = cues.find(SECTION, text).orElse(null);
    if (lead == null) {
      return false;
    }
    String rest = text.substring(text.indexOf(lead) + lead.length());
    boolean speech = INTRODUCES.matcher(rest).find() && unquoted(rest).equals(rest);
    return speech || lead.endsWith(":");
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }
}
