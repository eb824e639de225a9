package org.groupdigest.job.stores;

import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.CurrentDigest;

/**
 * Word that something became of a digest; what it is now, the store of the truth says. Travels
 * between operators: fields are only ever added.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param digestId digest
 * @param windowId its window
 */
public record DigestNotice(String tenantId, String groupId, String digestId, String windowId) {

  /** The group it belongs to. */
  public GroupKey group() {
    return new GroupKey(tenantId, groupId);
  }

  /** What derived stores must come to hold when the digest is this. */
  public DigestChange now(CurrentDigest current) {
    return new DigestChange(
        tenantId, groupId, digestId, windowId, current.attempt(), current.digest());
  }

  /** What derived stores must come to hold when the digest is not there. */
  public DigestChange gone() {
    return new DigestChange(tenantId, groupId, digestId, windowId, 0, null);
  }
}
