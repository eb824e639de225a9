package org.groupdigest.localstack;

/** Values in a properties file, which is read as Latin-1 with escapes. */
final class PropertiesText {

  private static final int LAST_PRINTABLE = '~';

  private PropertiesText() {}

  /** The value as it must stand after the equals sign, whatever characters a path has. */
  static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    value.chars().forEach(c -> append(text, (char) c));
    return text.toString();
  }

  private static void append(StringBuilder text, char c) {
    if (c == '\\') {
      text.append("\\\\");
    } else if (c <= ' ' || c > LAST_PRINTABLE) {
      text.append("\\u%04x".formatted((int) c));
    } else {
      text.append(c);
    }
  }
}
