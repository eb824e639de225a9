package org.groupdigest.job.ingest;

import java.nio.charset.StandardCharsets;

/**
 * The masked start of a payload for a dead letter. JSON escapes are undone before masking, so that
 * digits written as code points do not slip through, and the text is masked before it is cut, so
 * that half a number is never shown.
 */
final class Snippet {

  /** Longest snippet, in code points. */
  static final int MAX_CODE_POINTS = 500;

  private static final int MAX_MASKED_BYTES = 1 << 16;

  /** Dropped from the end of a payload that was cut: it may hold half of something. */
  private static final int GUARD = 4096;

  private Snippet() {}

  /** The masked start of {@code payload}; an empty text for null. */
  static String of(byte[] payload, String tenantId, TextMasker masker) {
    if (payload == null) {
      return "";
    }
    int length = Math.min(payload.length, MAX_MASKED_BYTES);
    String start = readable(new String(payload, 0, length, StandardCharsets.UTF_8));
    String masked = masker.mask(tenantId, start);
    return cut(length < payload.length ? withoutEnd(masked) : masked);
  }

  private static String withoutEnd(String masked) {
    return masked.substring(0, Math.max(0, masked.length() - GUARD));
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MAX_CODE_POINTS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MAX_CODE_POINTS));
  }

  private static String readable(String raw) {
    StringBuilder text = new StringBuilder(raw.length());
    int at = 0;
    while (at < raw.length()) {
      int escaped = raw.charAt(at) == '\\' ? escapedChar(raw, at) : -1;
      int c = escaped < 0 ? raw.charAt(at) : escaped;
      text.append(Character.isISOControl(c) ? ' ' : (char) c);
      at += escaped < 0 ? 1 : escapeLength(raw, at);
    }
    return CleanText.of(text.toString());
  }

  /** The character that the escape at {@code at} stands for, or -1 when it is not an escape. */
  private static int escapedChar(String raw, int at) {
    if (at + 1 >= raw.length()) {
      return -1;
    }
    return switch (raw.charAt(at + 1)) {
      case 'n', 'r', 't', 'b', 'f' -> ' ';
      case '"', '/', '\\' -> raw.charAt(at + 1);
      case 'u' -> unicodeEscape(raw, at + 2);
      default -> -1;
    };
  }

  private static int unicodeEscape(String raw, int from) {
    if (from + 4 > raw.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(raw.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value;
  }

  private static int escapeLength(String raw, int at) {
    return raw.charAt(at + 1) == 'u' ? 6 : 2;
  }
}
