package org.groupdigest.connectors.s3;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keys made of ids of any kind. Each id becomes one segment of a path: ASCII letters, digits,
 * {@code -}, {@code _} and inner dots stay, other ASCII becomes {@code !} and two hex digits, any
 * other UTF-16 unit {@code !u} and four. A segment is never empty, {@code .} or {@code ..}, has no
 * slash, and stands for one id only: {@code a/b} gives {@code a!2Fb}, {@code ..} gives {@code
 * !2E.}.
 *
 * <p>What would be longer than {@value #LONGEST_SEGMENT} characters becomes {@code !h} and the
 * SHA-256 of the id in hex: still one id, but it cannot be read back.
 */
public final class S3Keys {
  /** Longest segment, characters; four of them with their slashes fit into a key. */
  public static final int LONGEST_SEGMENT = 250;

  /** Longest key that S3 takes, bytes. */
  public static final int LONGEST_KEY = 1024;

  private static final String EMPTY = "!e";
  private static final String HASHED = "!h";
  private static final int HEX_OF_ASCII = 3;
  private static final int HEX_OF_OTHERS = 6;
  private static final int ASCII_END = 0x80;

  private S3Keys() {}

  /** One segment that stands for the id. */
  public static String encode(String id) {
    if (id.isEmpty()) {
      return EMPTY;
    }
    StringBuilder segment = new StringBuilder(id.length());
    for (int i = 0; i < id.length(); i++) {
      append(segment, id.charAt(i));
    }
    return segment.length() > LONGEST_SEGMENT ? HASHED + sha256(id) : segment.toString();
  }

  /** The ids as segments, each with a slash after it: what everything of them begins with. */
  public static String prefix(String... ids) {
    return Stream.of(ids).map(S3Keys::encode).collect(joining("/", "", "/"));
  }

  /**
   * The id of a segment; empty when only its hash is known, or when the text is not a segment that
   * {@link #encode} makes.
   */
  public static Optional<String> decode(String segment) {
    if (segment.equals(EMPTY)) {
      return Optional.of("");
    }
    Optional<String> id = segment.startsWith(HASHED) ? Optional.empty() : unescaped(segment);
    // Other ways to write the same id, such as lower-case digits, are not segments of ours.
    return id.filter(found -> encode(found).equals(segment));
  }

  private static void append(StringBuilder segment, char c) {
    boolean plain =
        (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9')
            || c == '-'
            || c == '_'
            || (c == '.' && !segment.isEmpty());
    if (plain) {
      segment.append(c);
    } else {
      segment.append((c < ASCII_END ? "!%02X" : "!u%04X").formatted((int) c));
    }
  }

  private static Optional<String> unescaped(String segment) {
    StringBuilder id = new StringBuilder(segment.length());
    int at = 0;
    try {
      while (at < segment.length()) {
        at += unescape(segment, at, id);
      }
    } catch (IndexOutOfBoundsException | NumberFormatException notOurs) {
      return Optional.empty();
    }
    return Optional.of(id.toString());
  }

  /** Appends the character that begins at a place; gives how long it is there. */
  private static int unescape(String segment, int at, StringBuilder id) {
    char c = segment.charAt(at);
    if (c != '!') {
      id.append(c);
      return 1;
    }
    boolean ascii = segment.charAt(at + 1) != 'u';
    int length = ascii ? HEX_OF_ASCII : HEX_OF_OTHERS;
    int digits = at + (ascii ? 1 : 2);
    id.append((char) Integer.parseInt(segment.substring(digits, at + length), 16));
    return length;
  }

  /** Of the UTF-16 units: in UTF-8 all halves of surrogate pairs are the same. */
  private static String sha256(String id) {
    return Sha256.of(id.getBytes(StandardCharsets.UTF_16BE));
  }
}
