package org.groupdigest.job.cli;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextAssembly;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;

/**
 * What {@code digest context} prints of a group.
 *
 * @param tenantId tenant
 * @param groupId group inside the tenant
 * @param stats counts of the assembly
 * @param kept ids of what is neither empty nor a hard duplicate, in time order, before trimming
 * @param duplicates dropped ids by the id of the message that they repeat
 * @param softLinks linked earlier message of this window by message
 * @param historyLinks linked message of an earlier window by message
 * @param ranking best first, as many as the settings keep
 * @param threads conversations among the messages that go on
 */
record ContextLine(
    String tenantId,
    String groupId,
    ContextStats stats,
    List<String> kept,
    Map<String, List<String>> duplicates,
    Map<String, String> softLinks,
    Map<String, HistoryLink> historyLinks,
    List<RankingLine> ranking,
    List<MessageThread> threads) {

  /**
   * A link to an earlier window.
   *
   * @param matchedId the earlier message
   * @param similarity cosine, 4 digits
   * @param postedAt when it was posted
   */
  record HistoryLink(String matchedId, double similarity, Instant postedAt) {}

  static ContextLine of(
      GroupKey group,
      ContextAssembly assembly,
      List<HistoryMessage> history,
      ContextSettings settings) {
    Map<String, List<String>> duplicates = new LinkedHashMap<>();
    assembly.duplicates().forEach(d -> duplicates.put(d.keptId(), d.droppedIds()));
    Map<String, String> softLinks = new LinkedHashMap<>();
    assembly.softLinks().forEach(link -> softLinks.put(link.messageId(), link.linkedId()));
    return new ContextLine(
        group.tenantId(),
        group.groupId(),
        assembly.stats(),
        assembly.kept().stream().map(Message::messageId).toList(),
        duplicates,
        softLinks,
        historyLinks(assembly.historyLinks(), history),
        RankingLine.of(assembly, settings),
        assembly.threads());
  }

  private static Map<String, HistoryLink> historyLinks(
      List<MessageLink> links, List<HistoryMessage> history) {
    Map<String, HistoryMessage> byId = new HashMap<>();
    history.forEach(message -> byId.put(message.messageId(), message));
    Map<String, HistoryLink> printed = new LinkedHashMap<>();
    for (MessageLink link : links) {
      double similarity = Math.round(link.similarity() * 1e4) / 1e4;
      Instant postedAt = byId.get(link.linkedId()).postedAt();
      printed.put(link.messageId(), new HistoryLink(link.linkedId(), similarity, postedAt));
    }
    return printed;
  }
}
