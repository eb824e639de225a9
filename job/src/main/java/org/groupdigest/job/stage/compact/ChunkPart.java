package org.groupdigest.job.stage.compact;

import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;

/**
 * What a stage made of one chunk.
 *
 * @param chunk the chunk
 * @param artifact the artifact of that chunk
 */
record ChunkPart(WindowContext chunk, StageArtifact artifact) {

  /** Messages of the chunk: how much the part weighs. */
  int messages() {
    return chunk.messages().size();
  }

  /** Messages of the chunk that a participant wrote, at least 1. */
  int messagesOf(String username) {
    long own = chunk.messages().stream().filter(m -> m.author().equals(username)).count();
    return (int) Math.max(1, own);
  }

  /** The payload in its own type. */
  <T> T payload(Class<T> type) {
    return Json.read(artifact.payload(), type);
  }
}
