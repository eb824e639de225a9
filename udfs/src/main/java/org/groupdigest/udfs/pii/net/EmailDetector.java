package org.groupdigest.udfs.pii.net;

import java.util.Locale;
import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * E-mail addresses: a local part of RFC 5322 (dot atoms of any script, quoted strings, at most 64
 * chars) before a domain with a letter top level, or before an address literal. Remote names of git
 * ({@code git@host:path}) and picture names ({@code icon@2x.png}) are not addresses.
 */
public final class EmailDetector implements Detector {

  private static final int MAX_LOCAL = 64;
  private static final int MAX_DOMAIN = 253;
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~.";
  private static final String VALUE_SEPARATORS = "=/?&|";

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    int from = 0;
    for (int at = text.text().indexOf('@'); at >= 0; at = text.text().indexOf('@', at + 1)) {
      int end = domainEnd(text, at + 1);
      int start = end < 0 ? -1 : localStart(text, at, from);
      if (start >= 0 && !isOtherName(text, start, at, end)) {
        String address = text.text().substring(start, end).toLowerCase(Locale.ROOT);
        finds.accept(new Find(PiiKind.EMAIL, start, end, address));
        from = end;
      }
    }
  }

  private static boolean isOtherName(FoldedText text, int start, int at, int end) {
    if (text.at(at - 1) == '/') {
      return true;
    }
    boolean git = text.lower().startsWith("git@", start) && text.at(end) == ':';
    boolean scaledPicture = text.isDigitAt(at + 1) && text.lower().startsWith("x.", at + 2);
    return git || scaledPicture;
  }

  private static int localStart(FoldedText text, int at, int from) {
    int limit = Math.max(from, at - MAX_LOCAL);
    if (text.at(at - 1) == '"') {
      int quote = text.text().lastIndexOf('"', at - 2);
      return quote >= limit ? quote : -1;
    }
    int start = at;
    while (start > limit && isLocal(text.at(start - 1))) {
      start--;
    }
    boolean tooLong = at - start == MAX_LOCAL && start > from && isLocal(text.at(start - 1));
    return tooLong || isDots(text, start, at) ? -1 : withoutPrefix(text, start, at);
  }

  /** Leaves out what is glued to the front of an address: a parameter name, a quote, a bullet. */
  private static int withoutPrefix(FoldedText text, int start, int at) {
    int first = start;
    for (int i = start; i < at - 1; i++) {
      if (VALUE_SEPARATORS.indexOf(text.at(i)) >= 0) {
        first = i + 1;
      }
    }
    while (first < at - 1 && !text.isWordAt(first) && text.at(first) != '_') {
      first++;
    }
    return first;
  }

  private static boolean isDots(FoldedText text, int start, int at) {
    int end = start;
    while (end < at && text.at(end) == '.') {
      end++;
    }
    return end == at;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || (c != 0 && LOCAL_SIGNS.indexOf(c) >= 0);
  }

  private static int domainEnd(FoldedText text, int start) {
    if (text.at(start) == '[') {
      return literalEnd(text, start);
    }
    int labelStart = start;
    while (labelStart - start < MAX_DOMAIN) {
      int end = labelEnd(text, labelStart);
      if (end == labelStart) {
        return -1;
      }
      if (text.at(end) != '.' || !text.isWordAt(end + 1)) {
        return labelStart == start ? -1 : topLevelEnd(text, labelStart, end);
      }
      labelStart = end + 1;
    }
    return -1;
  }

  /** The end of a label: letters, digits and inner hyphens. */
  private static int labelEnd(FoldedText text, int start) {
    int end = start;
    while (text.isWordAt(end) || (text.at(end) == '-' && end > start)) {
      end++;
    }
    while (text.at(end - 1) == '-' && end > start) {
      end--;
    }
    return end;
  }

  private static int topLevelEnd(FoldedText text, int start, int end) {
    if (text.lower().startsWith("xn--", start)) {
      return end;
    }
    int letters = start;
    while (letters < end && Character.isLetter(text.at(letters))) {
      letters++;
    }
    boolean wordEnds = letters == end || text.at(letters) == '-';
    return wordEnds && letters - start >= 2 ? letters : -1;
  }

  /** {@code [192.0.2.1]} or {@code [IPv6:...]}. */
  private static int literalEnd(FoldedText text, int start) {
    int close = start + 1;
    while (text.isWordAt(close) || text.at(close) == '.' || text.at(close) == ':') {
      close++;
    }
    boolean literal = text.at(close) == ']' && close - start <= MAX_LOCAL;
    return literal && close - start >= 4 ? close + 1 : -1;
  }
}
