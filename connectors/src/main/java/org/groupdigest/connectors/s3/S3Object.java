package org.groupdigest.connectors.s3;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.groupdigest.connectors.sink.SinkEntry;

/**
 * An object to be stored, or read.
 *
 * @param key where; at most {@value S3Keys#LONGEST_KEY} bytes of UTF-8
 * @param bytes content
 * @param contentType media type
 * @param sha256 hash of the content, 64 lower-case hex digits; content that does not match is not
 *     stored
 * @param version what is stored under the key is never replaced by an older version; 0 or more
 */
// Arrays are what clients take and give without a copy; equality is by content, see below.
@SuppressWarnings("ArrayRecordComponent")
public record S3Object(String key, byte[] bytes, String contentType, String sha256, long version)
    implements SinkEntry {
  /** Checks key, hash and version. */
  public S3Object {
    int keyBytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (keyBytes == 0 || keyBytes > S3Keys.LONGEST_KEY) {
      throw new IllegalArgumentException("a key has 1 to 1024 bytes, not " + keyBytes);
    }
    if (!Sha256.isOne(sha256)) {
      throw new IllegalArgumentException("a hash has 64 lower-case hex digits");
    }
    if (version < 0) {
      throw new IllegalArgumentException("a version is not negative: " + version);
    }
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(contentType, "contentType");
  }

  /** An object without versions: the content written last stays. */
  public static S3Object of(String key, byte[] bytes, String contentType) {
    return new S3Object(key, bytes, contentType, Sha256.of(bytes), 0);
  }

  /** The same with a version. */
  public S3Object atVersion(long newVersion) {
    return new S3Object(key, bytes, contentType, sha256, newVersion);
  }

  /** Whether the content is what the hash says. */
  boolean isIntact() {
    return Sha256.of(bytes).equals(sha256);
  }

  @Override
  public long sizeInBytes() {
    return (long) bytes.length + key.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof S3Object that
        && key.equals(that.key)
        && Arrays.equals(bytes, that.bytes)
        && contentType.equals(that.contentType)
        && sha256.equals(that.sha256)
        && version == that.version;
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, sha256, version);
  }

  /** Size and hash, neither the key, which may hold names, nor the content. */
  @Override
  public String toString() {
    return "S3Object[" + bytes.length + " bytes, " + sha256 + ", version " + version + "]";
  }
}
