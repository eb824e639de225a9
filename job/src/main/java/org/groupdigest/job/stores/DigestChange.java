package org.groupdigest.job.stores;

import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;

/**
 * What a derived store must come to hold of a digest: all of it as it is now, or nothing. The same
 * change any number of times is the same as once. Travels between operators: fields are only ever
 * added.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param digestId digest
 * @param windowId its window
 * @param attempt which making of it, from 1; 0 when it is gone
 * @param digest the digest as it is now, or null when it is gone
 */
public record DigestChange(
    String tenantId,
    String groupId,
    String digestId,
    String windowId,
    int attempt,
    DigestRecord digest) {

  /** The group it belongs to. */
  public GroupKey group() {
    return new GroupKey(tenantId, groupId);
  }

  /** Whether the digest is gone, and with it all that was derived from it. */
  public boolean isRemoval() {
    return digest == null;
  }
}
