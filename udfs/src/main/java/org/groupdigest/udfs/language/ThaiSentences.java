package org.groupdigest.udfs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of Thai and Lao, which have no mark at their end but set blanks between clauses: a
 * blank ends a sentence after a polite or asking particle, and else once {@value #LONG} characters
 * are said. Any other text stays whole.
 */
final class ThaiSentences {

  /** Two clauses of a usual length; shorter pieces say little alone. */
  private static final int LONG = 60;

  private static final Pattern BLANK = Pattern.compile("(?<=[\\u0e01-\\u0edf])[ \\u00a0]+");
  private static final Pattern PARTICLE =
      Pattern.compile(".*(?:ครับ|คับ|ค่ะ|คะ|ค่า|นะ|จ้ะ|จ้า|จ๊ะ|ไหม|มั้ย|เหรอ|หรอ|ເດີ້|ເນາະ|ບໍ່)");

  private ThaiSentences() {}

  /** The sentences of a text that has no other end of a sentence. */
  static List<String> of(String text) {
    if (text.chars().noneMatch(ThaiSentences::isThaiOrLao)) {
      return List.of(text);
    }
    List<String> sentences = new ArrayList<>();
    int start = 0;
    for (Matcher blank = BLANK.matcher(text); blank.find(); ) {
      String before = text.substring(start, blank.start());
      boolean follows = blank.end() < text.length() && isThaiOrLao(text.charAt(blank.end()));
      if (follows && (before.length() >= LONG || PARTICLE.matcher(before).matches())) {
        sentences.add(before);
        start = blank.end();
      }
    }
    sentences.add(text.substring(start));
    return sentences;
  }

  private static boolean isThaiOrLao(int unit) {
    return unit >= 0x0E01 && unit <= 0x0EDF;
  }
}
