package org.groupdigest.job.context;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;

/**
 * What remembers the messages of earlier windows: the job's own state, or a service. No method
 * blocks, and no stage that is returned fails.
 */
public interface ContextStorage {

  /** Remembers the messages of a closed window; answers how many. Twice is the same as once. */
  CompletionStage<ContextReply<Integer>> upsertWindowContext(WindowContext window);

  /**
   * Messages of earlier windows of the same group and size, oldest first.
   *
   * @param window the window that they are to be compared with; none ends after its start
   * @param windows the latest so many of those windows
   * @param messages the newest so many messages of them
   */
  CompletionStage<ContextReply<List<HistoryMessage>>> fetchRecentContext(
      WindowRef window, int windows, int messages);

  /** Names of the places where tenants' messages are kept, one a tenant. */
  CompletionStage<ContextReply<List<String>>> listNamespaces();

  /**
   * Messages of a group that resemble a text, best first, each once.
   *
   * @param limit how many at most
   */
  CompletionStage<ContextReply<List<ContextMatch>>> search(GroupKey group, String text, int limit);
}
