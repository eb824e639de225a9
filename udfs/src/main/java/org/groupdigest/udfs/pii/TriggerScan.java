package org.groupdigest.udfs.pii;

import java.util.List;

/**
 * The cheap look at a text that spares most messages the search: without a digit, an at sign, an
 * assignment or a long run of key characters there is nothing to mask.
 */
final class TriggerScan {

  private static final int KEY_RUN = 16;
  private static final char EMOJI_LOW = '\uD83C';
  private static final char EMOJI_HIGH = '\uD83D';

  // Latin beyond ASCII, Greek and Cyrillic: letters alone.
  private static final char FIRST_LETTER = '\u00C0';
  private static final char LAST_LETTER = '\u052F';

  private static final int TRIGGER = 1;
  private static final int KEY_CHAR = 2;
  private static final int SPELLED = 4;
  private static final byte[] ASCII = ascii();
  private static final List<String> BRACKETED =
      List.of(
          "at",
          " at",
          "a)",
          "соб",
          "саб",
          "dot",
          "arroba",
          "arobase",
          "malpa",
          "małpa",
          "zavin",
          "chiocciola");
  private static final String FLAGS = "paw-";
  private static final int REACH = 200;
  private static final int MAX_OPTION = 24;
  private static final List<String> PROGRAMS =
      List.of(
          "mysql",
          "mariadb",
          "sshpass",
          "login",
          "mongo",
          "redis-cli",
          "ldap",
          "htpasswd",
          "--pass",
          "--token",
          "--secret",
          "--api",
          "password",
          "-token");

  private TriggerScan() {}

  /** Whether a text may hold anything that a detector would find. */
  static boolean mayHoldPii(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int kind = c < 0x80 ? ASCII[c] : beyondAscii(c);
      if (kind == TRIGGER || ((kind & SPELLED) != 0 && spellsAddress(text, i))) {
        return true;
      }
      run = (kind & KEY_CHAR) != 0 ? run + 1 : 0;
      if (run >= KEY_RUN) {
        return true;
      }
    }
    return false;
  }

  private static byte[] ascii() {
    byte[] kinds = new byte[0x80];
    for (char c = 0; c < 0x80; c++) {
      boolean trigger = (c >= '0' && c <= ':') || c == '@' || c == '=';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      int key = letter || c == '-' || c == '_' ? KEY_CHAR : 0;
      int spelled = "([{<-oOcC".indexOf(c) >= 0 ? SPELLED : 0;
      kinds[c] = (byte) (trigger ? TRIGGER : key | spelled);
    }
    return kinds;
  }

  private static int beyondAscii(char c) {
    if (c >= FIRST_LETTER && c <= LAST_LETTER) {
      return "бБłŁčČ".indexOf(c) >= 0 ? SPELLED : 0;
    }
    // Full-width signs fold to the ones above; digits outside of the BMP are not among emoji.
    boolean trigger =
        Character.isDigit(c)
            || c == '＠'
            || c == '：'
            || c == '＝'
            || c == '∶'
            || (Character.isHighSurrogate(c) && c != EMOJI_LOW && c != EMOJI_HIGH);
    return trigger ? TRIGGER : 0;
  }

  private static boolean spellsAddress(String text, int i) {
    return switch (text.charAt(i)) {
      case '-' -> startsFlag(text, i);
      case 'o', 'O' ->
          i > 1
              && "dDrR".indexOf(text.charAt(i - 1)) >= 0
              && (text.regionMatches(true, i - 2, " dot ", 0, 5)
                  || text.regionMatches(true, i - 4, " arroba ", 0, 8)
                  || text.regionMatches(true, i - 3, " arobase ", 0, 9));
      case 'c', 'C' ->
          (next(text, i) | ' ') == 'c' && text.regionMatches(true, i - 4, "chiocciola", 0, 10);
      case 'б', 'Б' ->
          text.regionMatches(true, i - 2, "собак", 0, 5)
              || text.regionMatches(true, i - 2, "собач", 0, 5)
              || text.regionMatches(true, i - 2, "сабак", 0, 5);
      case 'ł', 'Ł' -> text.regionMatches(true, i - 2, "małpa", 0, 5);
      case 'č', 'Č' -> text.regionMatches(true, i - 6, "zavináč", 0, 7);
      default -> "aAсСdDmMzZcC ".indexOf(next(text, i)) >= 0 && isBracketedSign(text, i + 1);
    };
  }

  private static boolean isBracketedSign(String text, int i) {
    for (String sign : BRACKETED) {
      if (text.regionMatches(true, i, sign, 0, sign.length())) {
        return true;
      }
    }
    return false;
  }

  /** A flag that takes a password, not far behind the name of a program that does. */
  private static boolean startsFlag(String text, int i) {
    if (i == 0 || text.charAt(i - 1) != ' ' || FLAGS.indexOf(next(text, i)) < 0) {
      return false;
    }
    String near = text.substring(Math.max(0, i - REACH), Math.min(text.length(), i + MAX_OPTION));
    // A loop, since this runs for every such dash of a chat.
    for (String program : PROGRAMS) {
      if (near.contains(program)) {
        return true;
      }
    }
    return false;
  }

  private static char next(String text, int i) {
    return i + 1 < text.length() ? text.charAt(i + 1) : ' ';
  }
}
