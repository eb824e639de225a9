package org.groupdigest.job.stage.extractive;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Topics;

/**
 * Writes the one thing to know: the best backed decision, else the main point of the main topic. A
 * quiet window says that it was quiet; a window without substance has no headline.
 */
final class Headlines {

  private static final int DAY_HOURS = 20;
  private static final int LEADING = 3;
  private static final int HEADLINE_STEMS = 5;
  private static final int DECISION_STEMS = 4;
  private static final int SHORT_STEMS = 3;
  private static final int LONGEST = 200;
  private static final double LEAST_NEWS = 0.4;

  private final Reading reading;
  private final Topics topics;
  private final Points points;

  Headlines(Reading reading, Topics topics) {
    this.reading = reading;
    this.topics = topics;
    this.points = new Points(reading);
  }

  /**
   * The headline.
   *
   * @param keyPoints what happened, main topic first
   */
  Optional<Claim> write(List<Claim> keyPoints) {
    Optional<Claim> reactions = reactions();
    if (reactions.isPresent()) {
      return reactions;
    }
    Optional<Claim> decided =
        reading.decisions().stream()
            .filter(one -> standsAlone(points.decided(one)))
            .map(one -> points.statement(one.sentence(), shortened(points.decided(one))))
            .findFirst();
    if (decided.isPresent()) {
      return decided;
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
    return brief.isPresent() ? brief : keyPoints.stream().findFirst();
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
        .map(one -> points.statement(one, shortened(one.text())))
        .findFirst();
  }

  private boolean standsAlone(String decided) {
    int least = reading.isShort() ? SHORT_STEMS : DECISION_STEMS;
    return reading.pack().analyzer().contentStems(decided).size() >= least
        && !reading.pack().cues().begins("context-bound", decided);
  }

  private String shortened(String text) {
    return reading.pack().reported().shortened(text, LONGEST);
  }

  private Optional<Claim> quiet() {
    List<Exchange> asked = reading.exchanges().stream().filter(Exchange::opening).toList();
    boolean quiet =
        reading.isShort()
            && topics.topics().size() <= 1
            && !asked.isEmpty()
            && asked.size() <= Wording.MOST_QUESTIONS;
    if (!quiet) {
      return Optional.empty();
    }
    int open = (int) asked.stream().filter(Exchange::isOpen).count();
    String when = reading.context().window().hours() >= DAY_HOURS ? "quiet.day" : "quiet.hours";
    List<String> ids = asked.stream().flatMap(one -> one.messageIds().stream()).distinct().toList();
    Wording wording = reading.pack().wording();
    return wording
        .quiet(asked.size(), open)
        .flatMap(text -> wording.say(when, text))
        .map(text -> new Claim(text, ids));
  }

  /** Where nobody wrote a word, the headline says so. */
  private Optional<Claim> reactions() {
    List<Message> messages = reading.context().messages();
    boolean wordless =
        !messages.isEmpty()
            && messages.stream()
                .allMatch(
                    one -> one.readableText().codePoints().noneMatch(Character::isLetterOrDigit));
    List<String> ids = messages.stream().limit(LEADING).map(Message::messageId).toList();
    return reading
        .pack()
        .wording()
        .say("reactions")
        .filter(text -> wordless)
        .map(text -> new Claim(text, ids));
  }
}
