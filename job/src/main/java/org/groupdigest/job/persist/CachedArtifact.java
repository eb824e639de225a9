package org.groupdigest.job.persist;

/** The text of an artifact under its key in Redis, for those who write it there in another way. */
public final class CachedArtifact {

  /** Lua pattern that finds the attempt in a text; it follows what {@link #text} begins with. */
  public static final String ATTEMPT_PATTERN = "^{\"version\":%d+,\"attempt\":(%d+),";

  private static final ArtifactCodec CODEC = new ArtifactCodec((stage, version) -> true);

  private CachedArtifact() {}

  /** What {@link RedisStageArtifactStore} writes and reads. */
  public static String text(StoredArtifact stored) {
    return CODEC.write(stored);
  }
}
