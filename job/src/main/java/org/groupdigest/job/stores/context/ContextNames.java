package org.groupdigest.job.stores.context;

import org.groupdigest.connectors.s3.S3Keys;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.GroupKey;

/**
 * Names in the context storage, made of ids of any kind. No two tenants share a namespace, no two
 * groups of a tenant a key, and no two messages a document; ordinary ids stand as they are.
 */
public final class ContextNames {

  private static final String PREFIX = "digest-";

  private ContextNames() {}

  /** The namespace of a tenant: letters, digits, {@code - _ . !}, safe as a segment of a path. */
  public static String namespace(String tenantId) {
    return PREFIX + S3Keys.encode(tenantId);
  }

  /** A group inside the namespace of its tenant. */
  static String group(GroupKey group) {
    return S3Keys.encode(group.groupId());
  }

  /** The document of a message in the windows of a size. */
  static String document(GroupKey group, String messageId, int windowHours) {
    return DeterministicIds.of(
        "context-document",
        S3Keys.encode(group.tenantId()),
        group(group),
        S3Keys.encode(messageId),
        windowHours);
  }

  /** A sender, to be found again and not to be read. */
  static String sender(GroupKey group, String senderId) {
    return DeterministicIds.of(
        "context-sender", S3Keys.encode(group.tenantId()), group(group), S3Keys.encode(senderId));
  }
}
