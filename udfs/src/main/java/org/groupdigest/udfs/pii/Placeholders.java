package org.groupdigest.udfs.pii;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;

/** How finds are written into a text, for example {@code [phone:7f3a09c1]}. */
final class Placeholders {

  /** The name in placeholders of participants, who are masked only by a tenant's policy. */
  static final String USER = "user";

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\[(?:"
              + Arrays.stream(PiiKind.values())
                  .map(PiiKind::wireName)
                  .collect(Collectors.joining("|"))
              + "|"
              + USER
              + "):[0-9a-f]{"
              + Pseudonyms.HEX_DIGITS
              + "}\\]");

  private Placeholders() {}

  static String of(String kind, String pseudonym) {
    return "[" + kind + ":" + pseudonym + "]";
  }

  /** Where a text has placeholders, in UTF-16 units, in order. */
  static List<FoldedText.Stretch> in(String text) {
    List<FoldedText.Stretch> found = new ArrayList<>();
    if (text.indexOf('[') < 0) {
      return found;
    }
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(new FoldedText.Stretch(matcher.start(), matcher.end()));
    }
    return found;
  }
}
