package org.groupdigest.job.files;

import java.util.Comparator;
import java.util.Map;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.render.LinkPattern;

/**
 * A digest laid out for the output folder.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param groupTitle shown name of the group
 * @param endMillis end of the window, epoch milliseconds
 * @param hours window size
 * @param windowId window
 * @param status wire name of the status
 * @param record the digest as JSON, for the pages
 * @param line its line in {@code digests.jsonl}
 */
public record DigestFile(
    String tenantId,
    String groupId,
    String groupTitle,
    long endMillis,
    int hours,
    String windowId,
    String status,
    String record,
    String line) {

  /** Order of the output: by tenant, group, time, size. */
  public static final Comparator<DigestFile> ORDER =
      Comparator.comparing(DigestFile::tenantId)
          .thenComparing(DigestFile::groupId)
          .thenComparingLong(DigestFile::endMillis)
          .thenComparingInt(DigestFile::hours)
          .thenComparing(DigestFile::windowId);

  /**
   * Lays a digest out.
   *
   * @param linkPatterns URL template by source
   */
  static DigestFile of(DigestRecord digest, Map<String, String> linkPatterns) {
    return new DigestFile(
        digest.window().tenantId(),
        digest.window().groupId(),
        digest.group().title() == null ? digest.window().groupId() : digest.group().title(),
        digest.window().end().toEpochMilli(),
        digest.window().hours(),
        digest.window().windowId(),
        digest.status().wireName(),
        Json.write(digest),
        Json.write(DigestLine.of(digest, new LinkPattern(linkPatterns))));
  }

  /** The digest itself. */
  public DigestRecord digest() {
    return Json.read(record, DigestRecord.class);
  }
}
