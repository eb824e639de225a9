package org.groupdigest.udfs.pii.secret;

import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Private keys in the textual form of RFC 7468, also cut off, and with line ends written as {@code
 * \n} as in JSON.
 */
public final class PrivateKeyDetector implements Detector {

  private static final String BEGIN = "-----BEGIN ";
  private static final String LABEL_END = "PRIVATE KEY";
  private static final String DASHES = "-----";
  private static final int MAX_LABEL = 40;
  private static final String BODY_SIGNS = "+/=\\ \r\n\t:,";

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    String chars = text.text();
    int from = 0;
    for (int begin = chars.indexOf(BEGIN); begin >= 0; begin = chars.indexOf(BEGIN, from)) {
      from = begin + BEGIN.length();
      int bodyStart = bodyStart(chars, from);
      if (bodyStart >= 0) {
        int end = end(text, bodyStart);
        finds.accept(new Find(PiiKind.SECRET, begin, end, chars.substring(begin, end)));
        from = end;
      }
    }
  }

  private static int bodyStart(String chars, int label) {
    int limit = Math.min(chars.length(), label + MAX_LABEL + DASHES.length());
    int close = chars.substring(label, limit).indexOf(DASHES);
    boolean secret = close >= 0 && chars.substring(label, label + close).contains(LABEL_END);
    return secret ? label + close + DASHES.length() : -1;
  }

  private static int end(FoldedText text, int bodyStart) {
    int end = bodyStart;
    while (text.isWordAt(end) || isBodySign(text.at(end))) {
      end++;
    }
    boolean closed = text.text().startsWith("-----END ", end);
    int close = closed ? text.text().indexOf(DASHES, end + DASHES.length()) : -1;
    return close < 0 || close - end > MAX_LABEL ? end : close + DASHES.length();
  }

  private static boolean isBodySign(char c) {
    return c != 0 && BODY_SIGNS.indexOf(c) >= 0;
  }
}
