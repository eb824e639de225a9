package org.groupdigest.udfs.pii.phone;

import java.util.List;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.Cue;
import org.groupdigest.udfs.pii.scan.Edges;
import org.groupdigest.udfs.pii.scan.FoldedText;

/** What may stand right before and right after a phone number. */
final class PhoneEdges {

  private static final Set<String> GLUED_NAMES =
      Set.of("тел", "т", "моб", "сот", "tel", "phone", "ph", "fax", "факс", "whatsapp");
  private static final Set<String> UNITS =
      Set.of(
          "руб",
          "р",
          "rub",
          "usd",
          "eur",
          "uah",
          "kzt",
          "тыс",
          "млн",
          "млрд",
          "шт",
          "kb",
          "mb",
          "gb",
          "кб",
          "мб",
          "гб",
          "kg",
          "кг",
          "bytes",
          "ms",
          "мс",
          "долл",
          "евро",
          "рублей",
          "долларов");
  private static final String MONEY = "$€£₽¥₴₸%°";
  private static final int MAX_NAME = 8;
  private static final Cue PHONE_PARAMETER =
      new Cue(GLUED_NAMES, List.of("phone", "телефон", "mobile"), 10);

  private PhoneEdges() {}

  static boolean opens(FoldedText text, int start) {
    char before = text.at(start - 1);
    if (Character.isLetter(before) && !FoldedText.isUnspaced(before)) {
      return isGluedName(text, start);
    }
    if (Character.isDigit(before) || ("@#$€£₽".indexOf(before) >= 0 && before != 0)) {
      return false;
    }
    boolean joins = ".,-/:".indexOf(before) >= 0 && before != 0;
    return !(joins && text.isDigitAt(start - 2))
        && !Edges.followsName(text, start)
        && !isPath(text, start)
        && !isMoney(text, start);
  }

  /** Links hold ids; the links of messengers to a number hold a phone. */
  private static boolean isPath(FoldedText text, int start) {
    char before = text.at(start - 1);
    boolean inLink = before == '/' || before == '=' || before == '-' || before == '&';
    if (!inLink || !(text.isWordAt(start - 2) || text.at(start - 2) == '/')) {
      return false;
    }
    String lower = text.lower();
    return !lower.startsWith("wa.me/", start - 6)
        && !lower.startsWith("t.me/+", start - 5)
        && !(before == '=' && PHONE_PARAMETER.before(text, start));
  }

  private static boolean isMoney(FoldedText text, int start) {
    return text.at(start - 1) == ' ' && "$€£₽".indexOf(text.at(start - 2)) >= 0 && start > 1;
  }

  private static boolean isGluedName(FoldedText text, int start) {
    int from = start;
    while (from > start - MAX_NAME && Character.isLetter(text.at(from - 1))) {
      from--;
    }
    return GLUED_NAMES.contains(text.lower().substring(from, start));
  }

  static boolean closes(FoldedText text, int end) {
    char after = text.at(end);
    boolean glued = Character.isLetterOrDigit(after) && !FoldedText.isUnspaced(after);
    if (glued || after == '@' || Edges.continuesName(text, end)) {
      return false;
    }
    boolean joins = ".-:".indexOf(after) >= 0 && after != 0;
    return !(joins && text.isDigitAt(end + 1)) && !isAmount(text, end);
  }

  /** Money or a measure stands behind the number. */
  private static boolean isAmount(FoldedText text, int end) {
    int next = text.at(end) == ' ' ? end + 1 : end;
    if (next < text.length() && MONEY.indexOf(text.at(next)) >= 0) {
      return true;
    }
    int wordEnd = next;
    while (wordEnd < next + 10 && Character.isLetter(text.at(wordEnd))) {
      wordEnd++;
    }
    return UNITS.contains(text.lower().substring(next, Math.min(wordEnd, text.length())));
  }

  /**
   * The end of an extension ("x123", "ext. 123", "доб. 123") behind a number, or the same place.
   */
  static int withExtension(FoldedText text, int end) {
    int position = text.at(end) == ',' ? end + 1 : end;
    position = text.at(position) == ' ' ? position + 1 : position;
    for (String sign : new String[] {"ext.", "ext", "доб.", "доб", "x", "х"}) {
      if (text.lower().startsWith(sign, position)) {
        int digits = position + sign.length();
        digits = text.at(digits) == ' ' ? digits + 1 : digits;
        int last = digits;
        while (text.isDigitAt(last)) {
          last++;
        }
        boolean extension = last > digits && last - digits <= 6 && !text.isWordAt(last);
        return extension ? last : end;
      }
    }
    return end;
  }
}
