package org.groupdigest.job.persist;

/** What came of looking for an artifact. */
public sealed interface ArtifactLookup {
  /**
   * It is there, understood and whole.
   *
   * @param stored the artifact
   */
  record Found(StoredArtifact stored) implements ArtifactLookup {}

  /**
   * There is none to be used.
   *
   * @param reason why
   */
  record Missing(Reason reason) implements ArtifactLookup {}

  /**
   * The store could not be asked; the stage goes on as if there were none.
   *
   * @param code stable name, see {@link org.groupdigest.connectors.redis.RedisReply.Unavailable}
   */
  record Unavailable(String code) implements ArtifactLookup {}

  /** Why a stored artifact is not there or not used. */
  enum Reason {
    /** No value, or its time is over. */
    ABSENT,
    /** Written in a form or with a schema that this version does not know: not guessed at. */
    UNKNOWN_VERSION,
    /** Not in the form that it claims to have. */
    UNREADABLE,
    /** The payload is not what the checksum was taken of. */
    CHECKSUM_MISMATCH
  }
}
