package org.groupdigest.udfs.pii.secret;

import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.FoldedText.Stretch;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Keys that are known by their form, wherever they stand: access keys with an issuer's prefix, JSON
 * web tokens (RFC 7519), bot tokens of Telegram, and what follows {@code Bearer} or {@code Basic}
 * (RFC 6750, RFC 7617).
 */
public final class KeyDetector implements Detector {

  private static final int MIN_TOKEN = 16;
  private static final int BOT_SECRET = 35;
  private static final String SIGNS = "_-.+/=~";
  private static final boolean[] TOKEN_CHARS = tokenChars();

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    for (int i = 0; i < text.length(); i++) {
      if (!isTokenChar(text.at(i))) {
        continue;
      }
      int end = i;
      while (isTokenChar(text.at(end))) {
        end++;
      }
      report(text, i, end, finds);
      i = end;
    }
  }

  private static void report(FoldedText text, int start, int end, Consumer<Find> finds) {
    int last = end;
    while (last > start && text.at(last - 1) == '.') {
      last--;
    }
    if (last - start < MIN_TOKEN) {
      return;
    }
    Stretch key = botToken(text, start, last);
    key = key == null ? key(text, start, last) : key;
    if (key != null) {
      String value = text.text().substring(key.start(), key.end());
      finds.accept(new Find(PiiKind.SECRET, key.start(), key.end(), value));
    }
  }

  /** A key may stand at the start of a token or after a sign, as in {@code key=...} and paths. */
  private static Stretch key(FoldedText text, int start, int end) {
    if (isAfterScheme(text, start) && hasVariety(text, start, end)) {
      return new Stretch(start, end);
    }
    for (int i = start; i + MIN_TOKEN <= end; i++) {
      boolean begins = i == start || isBreak(text.at(i - 1));
      int keyEnd = begins ? keyEnd(text.text(), i, end) : -1;
      if (keyEnd > 0) {
        return new Stretch(i, keyEnd);
      }
    }
    return null;
  }

  /** The end of the key of a known form that starts at a place, or -1. */
  private static int keyEnd(String text, int start, int end) {
    int partEnd = KeyFormat.startsDotted(text, start) ? end : partEnd(text, start, end);
    boolean known =
        partEnd - start >= MIN_TOKEN && KeyFormat.matches(text.substring(start, partEnd));
    if (known) {
      return Math.max(partEnd, KeyShape.end(text, start, end));
    }
    return text.startsWith("eyJ", start)
        ? jwtEnd(text, start, end)
        : KeyShape.end(text, start, end);
  }

  /** Three parts of base64url; the last one is empty when the token is not signed. */
  private static int jwtEnd(String text, int start, int end) {
    int first = partEnd(text, start, end);
    int second = first < end ? partEnd(text, first + 1, end) : end;
    boolean token =
        first - start >= 10
            && second - first >= 10
            && second < end
            && text.charAt(first) == '.'
            && text.charAt(second) == '.';
    return token ? partEnd(text, second + 1, end) : -1;
  }

  private static int partEnd(String text, int start, int end) {
    int partEnd = start;
    while (partEnd < end && !isBreak(text.charAt(partEnd))) {
      partEnd++;
    }
    return partEnd;
  }

  /** {@code 123456789:AA...}: the colon is no token char, so the digits are looked up before it. */
  private static Stretch botToken(FoldedText text, int start, int end) {
    int secretEnd = partEnd(text.text(), start, end);
    if (secretEnd - start != BOT_SECRET || text.at(start - 1) != ':') {
      return null;
    }
    int first = start - 1;
    while (first > start - 14 && text.isDigitAt(first - 1)) {
      first--;
    }
    int digits = start - 1 - first;
    return digits >= 6 && digits <= 12 ? new Stretch(first, secretEnd) : null;
  }

  private static boolean isAfterScheme(FoldedText text, int start) {
    String lower = text.lower();
    return text.at(start - 1) == ' '
        && (lower.startsWith("bearer", start - 7) || lower.startsWith("basic", start - 6))
        && !text.isWordAt(start - (lower.startsWith("bearer", start - 7) ? 8 : 7));
  }

  /** Long words are not keys: a key mixes digits with letters or capitals with small ones. */
  private static boolean hasVariety(FoldedText text, int start, int end) {
    boolean digit = false;
    boolean capitalInside = false;
    for (int i = start; i < end; i++) {
      digit |= text.isDigitAt(i);
      capitalInside |= i > start && Character.isUpperCase(text.at(i));
    }
    return digit || capitalInside;
  }

  private static boolean isBreak(char c) {
    return c == '.' || c == '/' || c == '=' || c == '+' || c == '~';
  }

  private static boolean isTokenChar(char c) {
    return c < TOKEN_CHARS.length && TOKEN_CHARS[c];
  }

  private static boolean[] tokenChars() {
    boolean[] chars = new boolean[0x80];
    for (char c = 1; c < chars.length; c++) {
      chars[c] = Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }
    return chars;
  }
}
