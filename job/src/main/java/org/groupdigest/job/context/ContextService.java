package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.people.ShownNames;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.udfs.text.LanguageDetector;

/**
 * Prepares a closed window for the stages: leaves out what is empty, deduplicates, scores, ranks,
 * trims, threads, and counts who and what was there. The result depends on the messages alone, not
 * on the order in which they arrived. Cost grows near-linearly with the window. Thread-safe when
 * the threading step is.
 *
 * <pre>{@code
 * ContextService service =
 *     new ContextService(ContextSettings.defaults(), threads, new LanguageDetector());
 * WindowContext context = service.assemble(input);
 * }</pre>
 */
public final class ContextService {

  private final ContextSettings settings;
  private final ThreadingStep threading;
  private final LanguageDetector languages;
  private final Deduplicator deduplicator;
  private final Scorer scorer;
  private final HandOver handOver;

  /** A service with its numbers, its way to thread and its language detection. */
  public ContextService(
      ContextSettings settings, ThreadingStep threading, LanguageDetector languages) {
    this.settings = settings;
    this.threading = threading;
    this.languages = languages;
    this.deduplicator = new Deduplicator(settings);
    this.scorer = new Scorer(settings);
    this.handOver = new HandOver(settings);
  }

  /** The numbers it works with. */
  public ContextSettings settings() {
    return settings;
  }

  /** The context of a window, bounded as the hand-over to the stages needs it. */
  public WindowContext assemble(WindowInput input) {
    ContextAssembly assembly = analyse(input.messages(), input.history());
    List<String> texts = assembly.messages().stream().map(Message::readableText).toList();
    return handOver.of(input, assembly, languages.detect(texts));
  }

  /**
   * All that can be found out about the messages of a window but their language, nothing cut.
   *
   * @param messages of the window, in any order; of several revisions of one id the highest counts
   * @param history of earlier windows, in any order; the newest are used, and none that is in the
   *     window itself
   */
  public ContextAssembly analyse(Collection<Message> messages, Collection<HistoryMessage> history) {
    List<Message> received = named(MessageOrder.sortedDistinct(messages));
    List<Message> readable =
        received.stream().filter(message -> !message.readableText().isBlank()).toList();
    List<HistoryMessage> compared = newest(history, received);
    Deduplication unique = deduplicator.run(readable, compared);
    List<RankedMessage> ranking =
        scorer.rank(unique.kept(), sources(unique.softLinks()), sources(unique.historyLinks()));
    List<Message> chosen = best(unique.kept(), ranking, settings.maxMessages());
    List<MessageThread> threads = threading.threads(chosen);
    List<ParticipantStats> participants = ParticipantCounter.count(readable, threads);
    return new ContextAssembly(
        new ContextStats(
            received.size(),
            received.size() - readable.size(),
            unique.dropped(),
            unique.softLinks().size(),
            unique.historyLinks().size(),
            unique.kept().size() - chosen.size(),
            chosen.size(),
            threads.size(),
            participants.size(),
            compared.size()),
        unique.kept(),
        chosen,
        ranking,
        unique.duplicates(),
        unique.softLinks(),
        unique.historyLinks(),
        threads,
        participants,
        MediaSummary.stats(readable),
        MediaSummary.highlights(ranking, byId(unique.kept()), settings.highlights()),
        best(chosen, ranking, settings.excerpt()).stream().map(Message::messageId).toList());
  }

  /** The same messages, each under the name that a digest shows for its sender. */
  private List<Message> named(List<Message> messages) {
    ShownNames names =
        ShownNames.of(
            messages,
            () ->
                languages.detect(
                    messages.stream()
                        .limit(settings.maxMessages())
                        .map(Message::readableText)
                        .toList()));
    return messages.stream().map(names::applyTo).toList();
  }

  private List<HistoryMessage> newest(Collection<HistoryMessage> history, List<Message> received) {
    Set<String> own = received.stream().map(Message::messageId).collect(Collectors.toSet());
    List<HistoryMessage> earlier = new ArrayList<>(history);
    earlier.removeIf(message -> own.contains(message.messageId()));
    earlier.sort(MessageOrder.HISTORY_BY_TIME);
    int cut = Math.max(0, earlier.size() - settings.historyMessages());
    return earlier.subList(cut, earlier.size());
  }

  private static List<Message> best(
      List<Message> inTimeOrder, List<RankedMessage> ranking, int limit) {
    Set<String> chosen =
        ranking.stream().limit(limit).map(RankedMessage::messageId).collect(Collectors.toSet());
    return inTimeOrder.stream().filter(message -> chosen.contains(message.messageId())).toList();
  }

  private static Set<String> sources(List<MessageLink> links) {
    return links.stream().map(MessageLink::messageId).collect(Collectors.toSet());
  }

  private static Map<String, Message> byId(List<Message> messages) {
    Map<String, Message> byId = new LinkedHashMap<>();
    messages.forEach(message -> byId.put(message.messageId(), message));
    return byId;
  }
}
