package org.groupdigest.job.stores.vectors;

import java.util.Locale;
import org.groupdigest.job.model.Checksums;

/**
 * Names of collections: {@code user_{tenant}_groups}. In a tenant's id, whatever is not one of
 * {@code a-z}, {@code 0-9} and {@code -} becomes {@code _} and the four hex digits of its UTF-16
 * unit: Qdrant takes no slashes, quotes or controls, and makes directories of names, where capitals
 * may not count. No two tenants share a name: an underscore always begins an escape.
 */
final class CollectionNames {

  /** Qdrant takes 255 bytes; longer names are hashed, behind a dot, which no escape contains. */
  private static final int LONGEST = 200;

  private CollectionNames() {}

  static String of(String tenantId) {
    StringBuilder id = new StringBuilder(tenantId.length());
    tenantId.chars().forEach(unit -> append(id, (char) unit));
    String escaped = id.toString();
    boolean fits = escaped.length() <= LONGEST;
    return "user_" + (fits ? escaped : "." + Checksums.sha256(escaped)) + "_groups";
  }

  private static void append(StringBuilder id, char unit) {
    boolean plain = (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '-';
    if (plain) {
      id.append(unit);
    } else {
      id.append(String.format(Locale.ROOT, "_%04x", (int) unit));
    }
  }
}
