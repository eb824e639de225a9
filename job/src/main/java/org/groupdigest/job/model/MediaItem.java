package org.groupdigest.job.model;

import java.util.List;

/**
 * One attachment of a message, its texts masked. State type: fields are only ever added, new ones
 * nullable.
 *
 * @param kind what it is
 * @param fileSha256 content hash in hex, or null
 * @param mimeType MIME type, or null
 * @param sizeBytes size in bytes, 0 when unknown
 * @param description what it shows, or null
 * @param ocrText text read off it, or null
 * @param transcript speech in it, or null
 * @param labels recognised labels, never null
 * @param uri where it is kept, or null
 */
public record MediaItem(
    MediaKind kind,
    String fileSha256,
    String mimeType,
    long sizeBytes,
    String description,
    String ocrText,
    String transcript,
    List<String> labels,
    String uri) {

  /** Whether anything about it can be read: a description, text on it, or speech in it. */
  public boolean hasText() {
    return isPresent(description) || isPresent(ocrText) || isPresent(transcript);
  }

  private static boolean isPresent(String text) {
    return text != null && !text.isBlank();
  }
}
