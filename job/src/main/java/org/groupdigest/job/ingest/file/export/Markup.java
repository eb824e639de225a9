package org.groupdigest.job.ingest.file.export;

import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts with marks for bold, code and the like, of which code stays as it is. */
public final class Markup {

  private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]+`", Pattern.DOTALL);

  private Markup() {}

  /** The text with everything outside of code changed. */
  public static String outsideCode(String text, UnaryOperator<String> change) {
    if (text.indexOf('`') < 0) {
      return change.apply(text);
    }
    StringBuilder changed = new StringBuilder();
    Matcher code = CODE.matcher(text);
    int at = 0;
    while (code.find()) {
      changed.append(change.apply(text.substring(at, code.start()))).append(code.group());
      at = code.end();
    }
    return changed.append(change.apply(text.substring(at))).toString();
  }

  /** Entities of HTML, decoded once. */
  public static String withoutEntities(String text) {
    return text.indexOf('&') < 0 ? text : ENTITY.matcher(text).replaceAll(Markup::decoded);
  }

  private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot|nbsp|apos|#39|#x27);");

  private static String decoded(MatchResult entity) {
    return switch (entity.group(1)) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> " ";
      default -> "'";
    };
  }
}
