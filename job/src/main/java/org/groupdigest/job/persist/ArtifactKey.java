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
   * The key in Redis: {@code digest:{tenant}:{group}:{window}:{stage}}. Inside an id, {@code %},
   * {@code :} and the braces that a Redis cluster reads as a hash tag become {@code %} and two hex
   * digits, and half of a surrogate pair, which UTF-8 cannot tell from another, becomes {@code %u}
   * and four. So a colon always separates and no two keys meet: {@code a:b} and {@code c} give
   * {@code digest:a%3Ab:c:...}, {@code a} and {@code b:c} give {@code digest:a:b%3Ac:...}.
   */
  public String redisKey() {
    return String.join(
        ":",
        "digest",
        escaped(group.tenantId()),
        escaped(group.groupId()),
        escaped(windowId),
        stage.wireName());
  }

  private static String escaped(String id) {
    StringBuilder text = new StringBuilder(id.length());
    id.codePoints().forEach(point -> append(text, point));
    return text.toString();
  }

  private static void append(StringBuilder text, int point) {
    if ("%:{}".indexOf(point) >= 0) {
      text.append("%%%02X".formatted(point));
    } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      text.append("%%u%04X".formatted(point));
    } else {
      text.appendCodePoint(point);
    }
  }
}
