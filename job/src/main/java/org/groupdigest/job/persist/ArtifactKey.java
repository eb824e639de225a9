package org.groupdigest.job.persist;

import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;

/**
 * Which artifact.
 *
 * @param group group of the window
 * @param windowId window
 * @param stage stage that made it
 */
public record ArtifactKey(GroupKey group, String windowId, Stage stage) {
  /**
   * The key in Redis: {@code digest:{tenant}:{group}:{window}:{stage}}, the ids escaped so that no
   * two keys meet: {@code a:b} and {@code c} give {@code digest:a%3Ab:c:...}.
   */
  public String redisKey() {
    return RedisKeys.of("digest", group.tenantId(), group.groupId(), windowId, stage.wireName());
  }
}
