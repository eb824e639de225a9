package org.groupdigest.job.stores;

import org.groupdigest.connectors.s3.S3Keys;
import org.groupdigest.job.model.GroupKey;

/**
 * Keys of objects: everything of a group is under {@code group/{tenant}/{group_id}/}, and no id can
 * leave its place in a key, see {@link S3Keys}.
 */
public final class ObjectKeys {

  private static final String ROOT = "group";

  private ObjectKeys() {}

  /** Under which everything of a tenant is, with a slash at the end. */
  public static String tenant(String tenantId) {
    return S3Keys.prefix(ROOT, tenantId);
  }

  /** Under which everything of a group is, with a slash at the end. */
  public static String group(GroupKey group) {
    return S3Keys.prefix(ROOT, group.tenantId(), group.groupId());
  }

  /** A digest as JSON. */
  public static String digestJson(GroupKey group, String digestId) {
    return under(group, "digests", digestId) + ".json";
  }

  /** A digest as a page. */
  public static String digestHtml(GroupKey group, String digestId) {
    return under(group, "digests", digestId) + ".html";
  }

  /** Under which the media records of a digest are, with a slash at the end. */
  public static String mediaOf(GroupKey group, String digestId) {
    return under(group, "media", digestId) + "/";
  }

  /** What a digest knows of an attachment, by the hash of the attachment's content. */
  public static String media(GroupKey group, String digestId, String fileSha256) {
    return mediaOf(group, digestId) + S3Keys.encode(fileSha256) + ".json";
  }

  /** The archived artifacts of a digest. */
  public static String artifacts(GroupKey group, String digestId) {
    return under(group, "artifacts", digestId) + ".json";
  }

  private static String under(GroupKey group, String folder, String name) {
    return group(group) + folder + "/" + S3Keys.encode(name);
  }
}
