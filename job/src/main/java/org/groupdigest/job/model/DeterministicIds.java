package org.groupdigest.job.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Name-based ids (UUID version 5, RFC 9562 section 5.5): the same input gives the same id, so that
 * a replay writes the same rows. Parts are length-prefixed before hashing, so that no two lists of
 * parts share a name.
 */
public final class DeterministicIds {

  private static final UUID NAMESPACE = UUID.fromString("6f1d8a52-94c3-5d0e-8b27-3a1c5e7f9042");

  private DeterministicIds() {}

  /** The id of {@code kind} and its parts, as text; a null part differs from an empty one. */
  public static String of(String kind, Object... parts) {
    StringBuilder name = new StringBuilder(kind);
    for (Object part : parts) {
      String text = part == null ? null : part.toString();
      name.append('|').append(text == null ? -1 : text.length()).append(':').append(text);
    }
    return nameBased(name.toString()).toString();
  }

  /** The id of a window. */
  public static String windowId(
      GroupKey group, int hours, long startMillis, long endMillis, WindowKind kind) {
    return of(
        "window",
        group.tenantId(),
        group.groupId(),
        hours,
        startMillis,
        endMillis,
        kind.wireName());
  }

  /** The id of the digest of a window. */
  public static String digestId(String windowId) {
    return of("digest", windowId);
  }

  private static UUID nameBased(String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .flip());
    ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (hash.getLong() & ~0xF000L) | 0x5000L;
    long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
