package org.groupdigest.job.stage.extractive;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Topics;

/**
 * Writes the one thing to know: the best backed decision, else the main point of the main topic. A
 * quiet window says that it was quiet; a window without substance has no headline.
 */
final class Headlines {

  private static final int QUIET_MESSAGES = 30;
  private static final int QUIET_EXCHANGES = 4;
  private static final int DAY_HOURS = 20;
  private static final int LEADING = 3;
  private static final int HEADLINE_STEMS = 5;
  private static final int DECISION_STEMS = 4;
  private static final int LONGEST = 200;
  private static final double LEAST_NEWS = 0.4;

  private final Reading reading;
  private final Topics topics;

  Headlines(Reading reading, Topics topics) {
    this.reading = reading;
    this.topics = topics;
  }

  /**
   * The headline.
   *
   * @param decisions what was decided, strongest first
   * @param keyPoints what happened, main topic first
   */
  Optional<Claim> write(List<Claim> decisions, List<Claim> keyPoints) {
    Optional<Claim> decided = decisions.stream().filter(this::standsAlone).findFirst();
    if (decided.isPresent()) {
      return decided.map(Headlines::shortened);
    }
    Optional<Claim> quiet = quiet();
    if (quiet.isPresent()) {
      return quiet;
    }
    Optional<Claim> news = news(keyPoints);
    if (news.isPresent()) {
      return news;
    }
    Optional<Claim> brief =
        keyPoints.stream().limit(LEADING).filter(one -> one.text().length() <= LONGEST).findFirst();
    return brief.isPresent() ? brief : keyPoints.stream().findFirst().map(Headlines::shortened);
  }

  /** The best statement of the leading topics that no point makes already. */
  private Optional<Claim> news(List<Claim> keyPoints) {
    List<Utterance> leading =
        topics.topics().stream()
            .limit(LEADING)
            .flatMap(topic -> topic.messageIds().stream())
            .map(reading.conversation()::ofMessage)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    return reading.best(leading).stream()
        .filter(one -> !one.isQuestion() && reading.value(one) >= LEAST_NEWS)
        .filter(one -> one.text().length() <= LONGEST && one.stems().size() >= HEADLINE_STEMS)
        .filter(one -> !reading.pack().cues().in("first-person", one.text()))
        .filter(one -> !reading.pack().cues().begins("context-bound", one.text()))
        .filter(one -> keyPoints.stream().noneMatch(point -> point.text().contains(one.text())))
        .map(one -> new Claim(one.text(), reading.conversation().of(one).messageIds()))
        .map(Headlines::shortened)
        .findFirst();
  }

  private boolean standsAlone(Claim claim) {
    return reading.pack().analyzer().contentStems(claim.text()).size() >= DECISION_STEMS
        && !reading.pack().cues().begins("context-bound", claim.text());
  }

  private static Claim shortened(Claim claim) {
    return new Claim(Shortened.atClause(claim.text(), LONGEST), claim.messageIds());
  }

  private Optional<Claim> quiet() {
    List<Exchange> asked = reading.exchanges().stream().filter(Exchange::opening).toList();
    boolean quiet =
        reading.context().messageCount() <= QUIET_MESSAGES
            && topics.topics().size() <= 1
            && !asked.isEmpty()
            && asked.size() <= QUIET_EXCHANGES;
    if (!quiet) {
      return Optional.empty();
    }
    boolean answered = asked.stream().allMatch(Exchange::isAnswered);
    String what =
        "quiet." + (answered ? "answered." : "open.") + (asked.size() == 1 ? "one" : "few");
    String when = reading.context().window().hours() >= DAY_HOURS ? "quiet.day" : "quiet.hours";
    List<String> ids = asked.stream().flatMap(one -> one.messageIds().stream()).distinct().toList();
    return reading
        .pack()
        .wording()
        .say(what)
        .flatMap(text -> reading.pack().wording().say(when, text))
        .map(text -> new Claim(text, ids));
  }
}
