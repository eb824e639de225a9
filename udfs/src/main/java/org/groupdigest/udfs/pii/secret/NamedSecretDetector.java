package org.groupdigest.udfs.pii.secret;

import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Secrets that are called by their name: {@code password=...}, {@code api_key: ...}, {@code "пароль
 * qwerty12"}. How much the value must look like a secret depends on how it is tied to the name: any
 * value after an equals sign, a single token after a colon, letters mixed with digits after blanks.
 */
public final class NamedSecretDetector implements Detector {

  private static final int MAX_NAME = 48;

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    if (!SecretNames.mayOccurIn(text.lower())) {
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isNameChar(text.at(i))) {
        continue;
      }
      int end = i;
      while (isNameChar(text.at(end))) {
        end++;
      }
      SecretNames.Strength strength = strength(text, i, end);
      int valueEnd =
          strength == SecretNames.Strength.NONE ? -1 : report(text, end, strength, finds);
      i = valueEnd < 0 ? end : valueEnd;
    }
  }

  private static SecretNames.Strength strength(FoldedText text, int start, int end) {
    if (end - start > MAX_NAME) {
      return SecretNames.Strength.NONE;
    }
    String name = text.lower().substring(start, end);
    SecretNames.Strength strength = SecretNames.strength(name);
    return strength == SecretNames.Strength.NONE
        ? SecretNames.strengthAfter(text.lower().substring(Math.max(0, start - 12), start), name)
        : strength;
  }

  private static int report(
      FoldedText text, int nameEnd, SecretNames.Strength strength, Consumer<Find> finds) {
    SecretValue value = SecretValue.after(text, nameEnd);
    if (value == null || !value.isSecret(strength)) {
      return -1;
    }
    finds.accept(new Find(PiiKind.SECRET, value.start(), value.end(), value.text()));
    return value.end();
  }

  private static boolean isNameChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }
}
