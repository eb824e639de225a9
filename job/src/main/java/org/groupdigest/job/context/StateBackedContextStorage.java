package org.groupdigest.job.context;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.udfs.text.TextSimilarity;

/**
 * What keyed state remembers of a group when one of its windows closes: the default. Only that
 * window is known here, and its earlier messages came with it; the state itself remembers each
 * window as it closes, so that there is nothing to store.
 */
public final class StateBackedContextStorage implements ContextStorage {

  private final WindowRef window;
  private final List<HistoryMessage> history;

  /**
   * @param window the window that has closed
   * @param history messages of the earlier windows of its group and size, oldest first
   */
  public StateBackedContextStorage(WindowRef window, List<HistoryMessage> history) {
    this.window = window;
    this.history = List.copyOf(history);
  }

  @Override
  public CompletionStage<ContextReply<Integer>> upsertWindowContext(WindowContext closed) {
    return answered(closed.messages().size());
  }

  /** The state keeps to its own number of windows when it hands the messages over. */
  @Override
  public CompletionStage<ContextReply<List<HistoryMessage>>> fetchRecentContext(
      WindowRef asked, int windows, int messages) {
    boolean known = asked.windowId().equals(window.windowId()) && windows > 0;
    int from = Math.max(0, history.size() - messages);
    return answered(known ? history.subList(from, history.size()) : List.of());
  }

  @Override
  public CompletionStage<ContextReply<List<String>>> listNamespaces() {
    return answered(List.of(window.tenantId()));
  }

  @Override
  public CompletionStage<ContextReply<List<ContextMatch>>> search(
      GroupKey group, String text, int limit) {
    Stream<HistoryMessage> known =
        group.equals(window.groupKey()) ? history.stream() : Stream.empty();
    return answered(
        known
            .map(said -> new ContextMatch(said, TextSimilarity.cosine(text, said.text())))
            .filter(match -> match.score() > 0)
            .sorted(Comparator.comparingDouble(ContextMatch::score).reversed())
            .limit(limit)
            .toList());
  }

  private static <T> CompletionStage<ContextReply<T>> answered(T value) {
    return CompletableFuture.completedFuture(new ContextReply.Answered<>(value));
  }
}
