package org.groupdigest.testing;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The seeds of random tests. A build takes the same ones each time, so that what it says depends on
 * the change alone; {@code -Dtest.seed=random} looks for what they miss, and {@code
 * -Dtest.seed=NUMBER} repeats what was found. {@code -Dtest.tries=N} makes N times the tries.
 */
public final class Seeds {

  /** The seed of every build that names none. */
  static final long USUAL = 20_261_123L;

  private Seeds() {}

  /**
   * The seed of a test, printed with what it is for.
   *
   * @throws IllegalArgumentException if {@code test.seed} is neither a number nor {@code random}
   */
  @SuppressWarnings("SystemOut") // A test's output is where its seed is looked for.
  public static long of(String what) {
    long seed =
        chosen(System.getProperty("test.seed", "")).orElseGet(() -> new SecureRandom().nextLong());
    System.out.println(what + ": seed " + seed);
    return seed;
  }

  /** How often the tries of a test are to be repeated, at least once. */
  public static int times() {
    return Math.max(1, Integer.getInteger("test.tries", 1));
  }

  /** The seed that a setting names; none for {@code random}. */
  static OptionalLong chosen(String setting) {
    return switch (setting.strip().toLowerCase(Locale.ROOT)) {
      case "" -> OptionalLong.of(USUAL);
      case "random" -> OptionalLong.empty();
      default -> OptionalLong.of(number(setting.strip()));
    };
  }

  private static long number(String setting) {
    try {
      return Long.parseLong(setting);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "test.seed is a number or 'random', not '" + setting + "'", e);
    }
  }
}
