package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Segments.Unit;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.sources.WindowMessages;

/** What earlier stages found: later ones read this instead of the messages. */
final class FindingSections {

  private static final String INDENT = "  ";

  private final WindowMessages messages;
  private final TextBound texts;

  FindingSections(WindowMessages messages, TokenCounter counter) {
    this.messages = messages;
    this.texts = new TextBound(counter);
  }

  /**
   * {@code kind|ids|authors|text}; when there is no room, those that the finder was least sure of
   * are left out first.
   */
  DataSection units(Segments segments) {
    List<Unit> units = segments.units();
    int[] ranks = ranks(units);
    return new BoundRecords(
        SectionName.UNITS,
        textTokens ->
            IntStream.range(0, units.size())
                .mapToObj(i -> unit(units.get(i), ranks[i], textTokens))
                .toList());
  }

  /** {@code tone|intensity|conflict|collaboration|stress|enthusiasm}. */
  DataSection emotions(EmotionProfile found) {
    return Records.of(
        SectionName.EMOTIONS,
        List.of(
            Columns.join(
                CleanText.firstColumn(found.tone()),
                Columns.number(found.intensity()),
                Columns.number(found.conflict()),
                Columns.number(found.collaboration()),
                Columns.number(found.stress()),
                Columns.number(found.enthusiasm()))));
  }

  /** {@code name|dominant_role|ids}. */
  DataSection roles(Roles found) {
    return Records.of(
        SectionName.ROLES,
        found.participants().stream()
            .limit(WindowSections.MAX_PEOPLE)
            .map(
                one ->
                    Columns.join(
                        CleanText.firstColumn(one.username()),
                        CleanText.column(one.dominantRole()),
                        Columns.list(one.messageIds())))
            .toList());
  }

  /** {@code title|priority|status|ids|owners|summary}, and what a topic holds, indented. */
  DataSection topics(Topics found) {
    return new BoundRecords(
        SectionName.TOPICS,
        textTokens -> {
          List<DataLine> lines = new ArrayList<>();
          found.topics().forEach(topic -> addTopic(lines, topic, textTokens));
          return lines;
        });
  }

  private void addTopic(List<DataLine> lines, Topic topic, int textTokens) {
    add(
        lines,
        CleanText.firstColumn(topic.title()),
        CleanText.column(topic.priority()),
        CleanText.column(topic.status()),
        Columns.list(topic.messageIds()),
        Columns.list(topic.owners()),
        texts.column(topic.summary(), textTokens));
    if (topic.decision() != null) {
      String ids = Columns.list(topic.decisionMessageIds());
      add(lines, INDENT + "decision", ids, texts.column(topic.decision(), textTokens));
    }
    for (String blocker : topic.blockers()) {
      add(lines, INDENT + "blocker", "", texts.column(blocker, textTokens));
    }
    for (ActionItem action : topic.actions()) {
      add(lines, INDENT + texts.action(action, textTokens));
    }
  }

  private static void add(List<DataLine> lines, String... columns) {
    lines.add(DataLine.kept(Columns.join(columns)));
  }

  private DataLine unit(Unit unit, int rank, int textTokens) {
    String whole = CleanText.column(unit.text());
    String shown = texts.column(unit.text(), textTokens);
    String record =
        Columns.join(
            CleanText.firstColumn(unit.kind()),
            Columns.list(unit.messageIds()),
            Columns.list(authors(unit)),
            shown);
    return new DataLine(
        null, record, rank, whole.length(), Math.max(0, whole.length() - shown.length()));
  }

  private Set<String> authors(Unit unit) {
    Set<String> authors = new LinkedHashSet<>();
    messages
        .findAll(unit.messageIds())
        .forEach(message -> authors.addAll(messages.authorsOf(message)));
    return authors;
  }

  private static int[] ranks(List<Unit> units) {
    List<Integer> order =
        IntStream.range(0, units.size())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -units.get(i).confidence()))
            .toList();
    int[] ranks = new int[units.size()];
    for (int place = 0; place < ranks.length; place++) {
      ranks[order.get(place)] = place;
    }
    return ranks;
  }
}
