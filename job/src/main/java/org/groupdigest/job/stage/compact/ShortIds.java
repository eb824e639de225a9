package org.groupdigest.job.stage.compact;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;

/**
 * A view of a window in which messages are called {@code 1}, {@code 2}, ... in time order and
 * threads {@code t1}, {@code t2}, ...: a token or two in a prompt instead of ten, and nothing that
 * means anything outside. Repeats that were removed are called {@code d1}, {@code d2}, ...: nobody
 * sees them, so that nobody guesses them by counting on. Ids are told apart by the field they stand
 * in, never by how they look.
 */
public final class ShortIds {

  private final IdNames messages = new IdNames();
  private final IdNames threads = new IdNames();
  private final WindowContext context;

  private ShortIds(WindowContext window) {
    for (int i = 0; i < window.messages().size(); i++) {
      messages.add(window.messages().get(i).messageId(), Integer.toString(i + 1));
    }
    List<String> dropped =
        window.duplicates().stream().flatMap(group -> group.droppedIds().stream()).toList();
    for (int i = 0; i < dropped.size(); i++) {
      messages.add(dropped.get(i), "d" + (i + 1));
    }
    for (int i = 0; i < window.threads().size(); i++) {
      threads.add(window.threads().get(i).threadId(), "t" + (i + 1));
    }
    context = new ShortView(messages, threads).of(window);
  }

  /** The view of a window. */
  public static ShortIds of(WindowContext window) {
    return new ShortIds(window);
  }

  /** The window under short ids; links to messages outside of it are gone. */
  public WindowContext context() {
    return context;
  }

  /** An artifact as it reads in this view; ids that the window does not hold are left out. */
  public StageArtifact shorten(StageArtifact artifact) {
    return artifact.withPayload(
        new IdFields(messages::name, threads::name).replaceIn(artifact.payload()));
  }

  /** The same for artifacts by name. */
  public Map<String, StageArtifact> shorten(Map<String, StageArtifact> artifacts) {
    Map<String, StageArtifact> all = new HashMap<>();
    artifacts.forEach((name, artifact) -> all.put(name, shorten(artifact)));
    return all;
  }

  /**
   * A payload that speaks of this view, with the ids of the window.
   *
   * @param payloadJson has passed the guard, so that it names what the view holds and nothing else;
   *     an {@link IllegalStateException} if it does not
   */
  public String restore(String payloadJson) {
    return new IdFields(messages::id, threads::id).replaceIn(payloadJson);
  }
}
