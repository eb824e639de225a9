package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Topics.Topic;

/** Writes topics: a heading with its facts, what happened, what was decided, what is in the way. */
final class TopicComposer {

  private static final Map<String, String> MARKS =
      Map.of("critical", "🔴", "high", "🟠", "medium", "🟡", "low", "⚪");
  private static final int MAX_OWNERS = 4;

  private final Wording words;
  private final TopicPoints points;

  TopicComposer(Wording words, TopicPoints points) {
    this.words = words;
    this.points = points;
  }

  /** A topic with a line of facts and its points below. */
  Item full(Topic topic, boolean withSummary) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Line.Kind.TOPIC, heading(topic)));
    List<Span> body = body(topic, withSummary);
    if (!body.isEmpty()) {
      lines.add(new Line(Line.Kind.TEXT, body));
    }
    points.decisionsOf(topic).forEach(claim -> lines.add(labelled("label.decided", claim)));
    for (String blocker : topic.blockers().stream().limit(2).toList()) {
      lines.add(labelled("label.blocker", new Claim(blocker, topic.summaryMessageIds())));
    }
    lines.addAll(earlier(topic));
    return new Item(lines, true, 1);
  }

  /**
   * A topic of a quiet day in one line, without its people: what stands there is not all theirs.
   */
  Item compact(Topic topic) {
    List<Span> spans = new ArrayList<>(words.bold(topic.title()));
    spans.add(Span.plain(" — "));
    spans.addAll(body(topic, true));
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(Line.Kind.BULLET, spans));
    points.decisionsOf(topic).forEach(claim -> lines.add(labelled("label.decided", claim)));
    lines.addAll(earlier(topic));
    return new Item(lines, false, 1);
  }

  /** Whether a topic has something to say besides its summary. */
  boolean standsWithoutSummary(Topic topic) {
    return !told(topic).isEmpty() || !points.decisionsOf(topic).isEmpty();
  }

  private List<Span> heading(Topic topic) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.plain(MARKS.getOrDefault(topic.priority(), "⚪") + " "));
    spans.addAll(words.bold(topic.title()));
    if (topic.messageCount() > 0) {
      spans.add(Span.plain(" · " + words.messages().count("messages", topic.messageCount())));
    }
    if (!words.isSaid(topic.title())) {
      spans.addAll(owners(topic));
    }
    String status = "status." + topic.status();
    if (words.messages().has(status)) {
      spans.add(Span.plain(" · " + words.messages().get(status)));
    }
    return spans;
  }

  private List<Span> owners(Topic topic) {
    List<Span> spans = new ArrayList<>();
    for (String owner : topic.owners().stream().limit(MAX_OWNERS).toList()) {
      spans.add(Span.plain(spans.isEmpty() ? " · " : ", "));
      spans.addAll(words.person(owner, Span.Style.PLAIN));
    }
    return spans;
  }

  private List<Span> body(Topic topic, boolean withSummary) {
    List<Span> spans = new ArrayList<>();
    if (withSummary) {
      spans.addAll(words.claim(topic.summary(), topic.summaryMessageIds(), 2));
    }
    for (Claim point : told(topic)) {
      if (!spans.isEmpty()) {
        spans.add(Span.plain(" "));
      }
      spans.addAll(words.claim(point.text(), point.messageIds(), 1));
    }
    return spans;
  }

  private List<Claim> told(Topic topic) {
    return words.isBrief() ? List.of() : points.pointsOf(topic);
  }

  private List<Line> earlier(Topic topic) {
    List<Span> spans = words.isBrief() ? List.of() : RelatedWords.of(topic.topicId(), words);
    return spans.isEmpty() ? List.of() : List.of(new Line(Line.Kind.TEXT, spans));
  }

  private Line labelled(String label, Claim claim) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.bold(words.messages().get(label)));
    spans.add(Span.plain(" "));
    spans.addAll(words.claim(claim.text(), claim.messageIds(), 2));
    return new Line(Line.Kind.TEXT, spans);
  }
}
