package org.groupdigest.udfs.pii;

import java.util.function.Consumer;

/**
 * Keys that are known by their form, wherever they stand: access keys with an issuer's prefix, JSON
 * web tokens (RFC 7519), bot tokens of Telegram, and what follows {@code Bearer} or {@code Basic}
 * (RFC 6750, RFC 7617).
 */
final class KeyDetector implements Detector {

  private static final int MIN_TOKEN = 16;
  private static final int BOT_SECRET = 35;
  private static final String SIGNS = "_-.+/=~";

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
    int bot = botStart(text, start, last);
    int first = bot >= 0 ? bot : keyStart(text, start, last);
    if (first >= 0) {
      String key = text.text().substring(first, last);
      finds.accept(new Find(PiiKind.SECRET, first, last, key));
    }
  }

  /** A key may stand at the start of a token or after a sign, as in {@code key=...} and paths. */
  private static int keyStart(FoldedText text, int start, int end) {
    if (isAfterScheme(text, start) && hasVariety(text, start, end)) {
      return start;
    }
    for (int i = start; i + MIN_TOKEN <= end; i++) {
      boolean begins = i == start || isBreak(text.at(i - 1));
      if (begins && isKey(text.text(), i, end)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isKey(String text, int start, int end) {
    int partEnd = partEnd(text, start, end);
    boolean known =
        partEnd - start >= MIN_TOKEN && KeyFormat.matches(text.substring(start, partEnd));
    return known || (text.startsWith("eyJ", start) && isJwt(text, start, end));
  }

  /** Three parts of base64url; the last one is empty when the token is not signed. */
  private static boolean isJwt(String text, int start, int end) {
    int first = partEnd(text, start, end);
    int second = first < end ? partEnd(text, first + 1, end) : end;
    return first - start >= 10
        && second - first >= 10
        && second < end
        && text.charAt(first) == '.'
        && text.charAt(second) == '.';
  }

  private static int partEnd(String text, int start, int end) {
    int partEnd = start;
    while (partEnd < end && !isBreak(text.charAt(partEnd))) {
      partEnd++;
    }
    return partEnd;
  }

  /** {@code 123456789:AA...}: the colon is no token char, so the digits are looked up before it. */
  private static int botStart(FoldedText text, int start, int end) {
    int secretEnd = start;
    while (secretEnd < end && isBotChar(text.at(secretEnd))) {
      secretEnd++;
    }
    if (secretEnd - start != BOT_SECRET || text.at(start - 1) != ':') {
      return -1;
    }
    int first = start - 1;
    while (first > start - 14 && text.isDigitAt(first - 1)) {
      first--;
    }
    int digits = start - 1 - first;
    return digits >= 6 && digits <= 12 ? first : -1;
  }

  private static boolean isBotChar(char c) {
    return isTokenChar(c) && !isBreak(c);
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
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || FoldedText.isDigit(c)
        || (c != 0 && SIGNS.indexOf(c) >= 0);
  }
}
