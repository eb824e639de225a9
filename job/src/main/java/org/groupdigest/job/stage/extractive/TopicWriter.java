package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stage.extractive.KeyPhrases.Phrase;

/** Answers {@code topic_agent}: the clusters worth a heading, written out. */
final class TopicWriter {

  private static final int MAX_TOPICS = 5;
  private static final int MAX_ACTIONS = 2;
  private static final double SURE_ACTION = 1.5;
  private static final int MAX_KEYWORDS = 5;
  private static final int MAX_OWNERS = 4;

  private final Reading reading;
  private final TopicRank rank;
  private final TopicState state;
  private final TopicTitles titles;
  private final TopicSummary summaries;
  private final KeyPhrases phrases;
  private final Points points;

  TopicWriter(Reading reading) {
    this.reading = reading;
    this.rank = new TopicRank(reading);
    this.state = new TopicState(reading);
    this.titles = new TopicTitles(reading);
    this.summaries = new TopicSummary(reading);
    this.phrases = new KeyPhrases(reading);
    this.points = new Points(reading);
  }

  /** At most five topics, most important first; none when nothing was discussed. */
  Topics write() {
    List<List<Utterance>> clusters =
        new ArrayList<>(new TopicClusterer(reading.conversation(), reading.feed()).clusters());
    clusters.removeIf(cluster -> !rank.isTopic(cluster));
    clusters.sort(
        Comparator.comparingDouble((List<Utterance> one) -> -rank.weight(one))
            .thenComparingInt(one -> one.get(0).index()));
    List<Topic> topics = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    for (List<Utterance> cluster : clusters) {
      if (topics.size() < MAX_TOPICS) {
        topic("t" + (topics.size() + 1), cluster, taken).ifPresent(topics::add);
      }
    }
    return new Topics(topics);
  }

  private Optional<Topic> topic(String id, List<Utterance> cluster, Set<String> taken) {
    List<Phrase> named = phrases.of(cluster);
    Optional<Exchange> exchange = summaries.exchange(cluster);
    Sentence question =
        exchange
            .filter(Exchange::opening)
            .filter(one -> !summaries.tellsAll(one))
            .map(Exchange::question)
            .orElse(null);
    Optional<TopicTitles.Title> title = titles.title(cluster, question, named, taken);
    Optional<Claim> summary =
        summaries.write(cluster, title.map(TopicTitles.Title::words).orElse(""));
    if (title.isEmpty() || summary.isEmpty() || !taken.add(title.get().text())) {
      return Optional.empty();
    }
    Optional<Claim> decision =
        reading.decisions(cluster).stream().findFirst().map(points::decision);
    return Optional.of(
        new Topic(
            id,
            title.get().text(),
            state.priority(cluster, rank.share(cluster)),
            Conversation.ids(cluster),
            cluster.stream().map(Utterance::threadId).filter(Objects::nonNull).distinct().toList(),
            summary.get().text(),
            summary.get().messageIds(),
            decision.map(Claim::text).orElse(null),
            decision.map(Claim::messageIds).orElse(List.of()),
            state.status(cluster),
            owners(cluster),
            state.blockers(cluster),
            actionItems(cluster),
            keywords(named),
            rank.messages(cluster)));
  }

  private List<ActionItem> actionItems(List<Utterance> cluster) {
    return reading.actions(cluster).stream()
        .filter(one -> one.strength() >= SURE_ACTION || one.due() != null)
        .limit(MAX_ACTIONS)
        .map(points::action)
        .toList();
  }

  /** Who took something on; else who said most. */
  private List<String> owners(List<Utterance> cluster) {
    Set<String> owners = new LinkedHashSet<>();
    for (ActionFinder.Action action : reading.actions(cluster)) {
      if (action.owner() != null) {
        owners.add(action.owner());
      }
    }
    if (owners.isEmpty()) {
      owners.addAll(rank.speakers(cluster));
    }
    return owners.stream().limit(MAX_OWNERS).toList();
  }

  private static List<String> keywords(List<Phrase> phrases) {
    List<String> keywords = new ArrayList<>();
    for (Phrase phrase : phrases) {
      String lower = phrase.text().toLowerCase(Locale.ROOT);
      boolean known = keywords.stream().anyMatch(one -> one.contains(lower) || lower.contains(one));
      if (!known && keywords.size() < MAX_KEYWORDS) {
        keywords.add(lower);
      }
    }
    return keywords;
  }
}
