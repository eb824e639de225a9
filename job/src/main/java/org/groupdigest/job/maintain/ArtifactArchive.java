package org.groupdigest.job.maintain;

import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.connectors.s3.S3Objects;
import org.groupdigest.connectors.s3.S3Stat;

/** Where archives are kept. What the store does not do is a {@link StepFailure}. */
interface ArtifactArchive {
  /**
   * Stores an archive, unless one of a newer attempt is there, and reads it again.
   *
   * @return whether what is there now is this archive, to the byte
   */
  boolean keep(S3Object archive);

  /** The attempt that an archive is of; 0 when there is none. */
  long attempt(String key);

  /** Removes an archive, if there is one. */
  void remove(String key);

  /** Archives in a bucket, through a shared client. */
  static ArtifactArchive in(S3Objects objects) {
    return new ArtifactArchive() {
      @Override
      public boolean keep(S3Object archive) {
        Replies.ofS3(objects.put(archive));
        return Replies.ofS3(objects.verify(archive.key(), archive.sha256()));
      }

      @Override
      public long attempt(String key) {
        S3Stat found = Replies.ofS3(objects.head(key));
        return found == null ? 0 : found.version();
      }

      @Override
      public void remove(String key) {
        Replies.ofS3(objects.delete(key));
      }
    };
  }
}
