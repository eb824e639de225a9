package org.groupdigest.job.render;

import java.util.Locale;
import java.util.Map;

/** The product's own words in one language. */
final class Messages {

  private final Locale locale;
  private final Map<String, String> texts;
  private final PluralRule plurals;

  Messages(Locale locale, Map<String, String> texts) {
    this.locale = locale;
    this.texts = Map.copyOf(texts);
    this.plurals = PluralRule.of(get("plural.rule"));
  }

  /** The locale that dates are written in. */
  Locale locale() {
    return locale;
  }

  /** A text with <code>{0}</code>, <code>{1}</code> ... filled in; no such key is a bug. */
  String get(String key, Object... arguments) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no message " + key);
    }
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int index = placeholder(text, i, arguments.length);
      filled.append(index < 0 ? String.valueOf(text.charAt(i)) : arguments[index].toString());
      i += index < 0 ? 0 : 2;
    }
    return filled.toString();
  }

  /** Whether there is such a text. */
  boolean has(String key) {
    return texts.containsKey(key);
  }

  /** A text in the form that fits the count, the count being <code>{0}</code>. */
  String count(String key, long count) {
    return get(key + "." + plurals.category(count), count);
  }

  private static int placeholder(String text, int at, int arguments) {
    boolean braces = at + 2 < text.length() && text.charAt(at) == '{' && text.charAt(at + 2) == '}';
    int index = braces ? text.charAt(at + 1) - '0' : -1;
    return index < arguments ? index : -1;
  }
}
