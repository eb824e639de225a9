package org.groupdigest.job.model;

/**
 * Identity of a group: a group id is only unique inside its tenant.
 *
 * @param tenantId tenant, 1 to 128 characters
 * @param groupId group inside the tenant, 1 to 128 characters
 */
public record GroupKey(String tenantId, String groupId) {

  /**
   * One string for both ids that no other pair of ids can produce: the tenant's length in UTF-16
   * units, a colon, the tenant, the group. Used for stream keys and record keys.
   */
  public String encoded() {
    return tenantId.length() + ":" + tenantId + groupId;
  }

  /** Reads what {@link #encoded()} wrote. */
  public static GroupKey decode(String encoded) {
    int colon = encoded.indexOf(':');
    int groupAt = colon + 1 + Integer.parseInt(encoded, 0, colon, 10);
    return new GroupKey(encoded.substring(colon + 1, groupAt), encoded.substring(groupAt));
  }
}
