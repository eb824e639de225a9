package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;

/** Puts a digest into words: the same order and the same sentences for every form. */
final class DigestComposer {

  /** Windows with fewer messages are told in single lines. */
  private static final int QUIET = 20;

  private final Wording words;
  private final DigestRecord digest;

  DigestComposer(Wording words) {
    this.words = words;
    this.digest = words.digest();
  }

  /** What the members of the group read: the digest if it is ready, else why there is none. */
  DigestDocument published() {
    return digest.status() == DigestStatus.READY ? content() : notice();
  }

  /** The digest itself, whatever its status; a window that was skipped has none. */
  DigestDocument content() {
    Synthesis synthesis = digest.synthesis();
    if (synthesis == null) {
      return notice();
    }
    List<Topic> topics = digest.topics().topics();
    TopicPoints points = new TopicPoints(topics, synthesis);
    boolean quiet = digest.messageCount() < QUIET;
    List<Item> head = new ArrayList<>(List.of(Item.of(title())));
    boolean headline = synthesis.headline() != null && !isOnlyTopic(synthesis.headline(), topics);
    if (headline) {
      head.add(Item.of(headline(synthesis.headline(), quiet)));
    }
    List<Item> body = new ArrayList<>(topics(topics, points, quiet, headline));
    body.addAll(sections(synthesis, points));
    if (body.isEmpty() && !headline) {
      head.add(
          Item.of(new Line(Line.Kind.TEXT, List.of(Span.plain(words.messages().get("quiet"))))));
    }
    return new DigestDocument(
        head, body, new FootComposer(words).foot(digest), leftOut(topics, points));
  }

  /** Where each number of the digest's own leads; nothing where numbers are ids. */
  List<Item> sources() {
    List<Item> items = new ArrayList<>();
    for (DigestSources.Source source : words.sources().cited()) {
      List<Span> spans = new ArrayList<>();
      spans.add(Span.plain("#" + source.number() + " — "));
      if (source.postedAt() != null) {
        String author = source.author() == null ? "" : source.author();
        spans.addAll(words.author(author));
        spans.add(Span.plain(", " + words.sourceWords().dateAndTime(source.postedAt()) + ", "));
      }
      spans.add(Span.code(ShownId.of(source.messageId())));
      Line line = new Line(Line.Kind.BULLET, spans);
      Line title =
          new Line(Line.Kind.HEADING, List.of(Span.bold(words.messages().get("page.sources"))));
      items.add(items.isEmpty() ? new Item(List.of(title, line), true, 0) : Item.of(line));
    }
    return words.sources().areCounted() ? items : List.of();
  }

  private int leftOut(List<Topic> topics, TopicPoints points) {
    int details = topics.stream().mapToInt(topic -> points.pointsOf(topic).size()).sum();
    boolean people = !digest.synthesis().participants().isEmpty();
    return words.isBrief() ? details + (people ? 1 : 0) : 0;
  }

  private DigestDocument notice() {
    List<Span> reason = words.text(ReasonWords.of(digest, words.messages()));
    Line line = new Line(Line.Kind.TEXT, reason);
    return new DigestDocument(List.of(Item.of(title()), Item.of(line)), List.of(), List.of(), 0);
  }

  private Line title() {
    Messages messages = words.messages();
    String facts = " · " + WindowWords.of(digest.window(), messages);
    if (digest.messageCount() > 0) {
      facts += " · " + messages.count("messages", digest.messageCount());
      facts += ", " + messages.count("people", digest.participantCount());
    }
    List<Span> spans = new ArrayList<>();
    spans.add(Span.plain("📊 "));
    spans.addAll(words.bold(words.groupTitle()));
    spans.add(Span.plain(facts));
    return new Line(Line.Kind.TITLE, spans);
  }

  private Line headline(Claim headline, boolean quiet) {
    List<Span> spans = new ArrayList<>();
    if (!quiet) {
      spans.add(Span.bold(words.messages().get("label.headline")));
      spans.add(Span.plain(" "));
    }
    spans.addAll(words.claim(headline.text(), headline.messageIds(), 2));
    return new Line(Line.Kind.TEXT, spans);
  }

  private static boolean isOnlyTopic(Claim headline, List<Topic> topics) {
    return topics.size() == 1 && Wording.same(topics.get(0).summary(), headline.text());
  }

  private List<Item> topics(
      List<Topic> topics, TopicPoints points, boolean quiet, boolean headline) {
    TopicComposer composer = new TopicComposer(words, points);
    List<Item> items = new ArrayList<>();
    for (Topic topic : topics) {
      boolean told =
          headline
              && Wording.same(topic.summary(), digest.synthesis().headline().text())
              && composer.standsWithoutSummary(topic);
      items.add(quiet ? composer.compact(topic) : composer.full(topic, !told));
    }
    return items;
  }

  private List<Item> sections(Synthesis synthesis, TopicPoints points) {
    SectionComposer sections = new SectionComposer(words);
    List<Item> items = new ArrayList<>();
    items.addAll(sections.claims("label.also", points.otherPoints()));
    items.addAll(sections.claims("label.decisions", points.otherDecisions()));
    items.addAll(sections.actions(digest));
    items.addAll(sections.questions(synthesis.openQuestions()));
    if (!words.isBrief()) {
      items.addAll(sections.people(synthesis.participants()));
    }
    return items;
  }
}
