package org.groupdigest.connectors.redis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands under a key that is written with versions: the version as decimal digits, then {@code
 * :} and the value, or {@code -} for a value that was deleted and must not come back with an older
 * version.
 *
 * @param version the version
 * @param value the value, null when it was deleted
 */
public record VersionedValue(long version, String value) {
  private static final int MOST_DIGITS = 16;
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1," + MOST_DIGITS + "})(?:(-)|:(.*))", Pattern.DOTALL);

  /** Reads the text of a key; empty when it has not this form. */
  public static Optional<VersionedValue> parse(String text) {
    return Optional.of(FORM.matcher(text)).filter(Matcher::matches).map(VersionedValue::of);
  }

  private static VersionedValue of(Matcher parts) {
    return new VersionedValue(Long.parseLong(parts.group(1)), parts.group(3));
  }

  /** The text of the key. */
  String text() {
    return version + (value == null ? "-" : ":" + value);
  }

  /** Says nothing of the value. */
  @Override
  public String toString() {
    return "VersionedValue[" + version + (value == null ? ", deleted]" : "]");
  }
}
