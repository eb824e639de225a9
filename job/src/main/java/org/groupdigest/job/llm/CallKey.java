package org.groupdigest.job.llm;

import java.util.List;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowRef;

/**
 * Which answer: it is another one as soon as the window, the stages, the prompt, the model or the
 * input is another.
 *
 * @param window whose digest the answer is for
 * @param stages which stages it holds
 * @param promptId prompt
 * @param promptVersion version of the prompt
 * @param modelId model that was asked
 * @param inputChecksum SHA-256 in hex of everything that was sent
 */
public record CallKey(
    WindowRef window,
    List<Stage> stages,
    String promptId,
    String promptVersion,
    String modelId,
    String inputChecksum) {

  /** The group whose window it is. */
  public GroupKey group() {
    return window.groupKey();
  }

  /** One name of the whole key: 64 hex digits; no two keys share one. */
  public String callId() {
    StringBuilder all = new StringBuilder();
    append(all, window.windowId());
    stages.forEach(stage -> append(all, stage.wireName()));
    append(all, promptId);
    append(all, promptVersion);
    append(all, modelId);
    append(all, inputChecksum);
    return Checksums.sha256(all.toString());
  }

  /** With its length in front, so that two fields never run into each other. */
  private static void append(StringBuilder all, String field) {
    all.append(field.length()).append(':').append(field);
  }
}
