package org.groupdigest.udfs.pii.secret;

import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * The user information of a URL (RFC 3986, section 3.2.1) when it holds a password, or a name long
 * enough to be a token. Only this part is masked: the host still tells what is spoken about.
 */
public final class UrlCredentialsDetector implements Detector {

  private static final String SCHEME_END = "://";
  private static final int MAX_USER_INFO = 1024;
  private static final int MIN_TOKEN = 16;

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    int from = 0;
    while ((from = text.text().indexOf(SCHEME_END, from)) >= 0) {
      int start = from + SCHEME_END.length();
      int at = lastAt(text, start);
      if (at > start && Character.isLetter(text.at(from - 1)) && isSecret(text, start, at)) {
        finds.accept(
            new Find(PiiKind.URL_CREDENTIALS, start, at, text.text().substring(start, at)));
        from = at;
      } else {
        from = start;
      }
    }
  }

  /** Passwords are pasted with unescaped at signs, so the last one before the path counts. */
  private static int lastAt(FoldedText text, int start) {
    int limit = Math.min(text.length(), start + MAX_USER_INFO);
    int at = -1;
    for (int i = start; i < limit && !endsAuthority(text.at(i)); i++) {
      if (text.at(i) == '@' && (text.isWordAt(i + 1) || text.at(i + 1) == '[')) {
        at = i;
      }
    }
    return at;
  }

  private static boolean endsAuthority(char c) {
    return Character.isWhitespace(c)
        || c == '/'
        || c == '?'
        || c == '"'
        || c == '<'
        || c == '>'
        || c == FoldedText.BARRIER;
  }

  private static boolean isSecret(FoldedText text, int start, int at) {
    int colon = text.text().indexOf(':', start);
    boolean password = colon >= 0 && colon < at - 1;
    return password || at - start >= MIN_TOKEN;
  }
}
