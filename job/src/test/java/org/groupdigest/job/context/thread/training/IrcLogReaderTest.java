package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;

class IrcLogReaderTest {

  private static final String TEXT =
      """
      [23:58] <ada> which rope?
      === cem has joined the channel
      [23:59] <ben> ada: the long one
      [23:59]  * cem waves
      [00:01] <ada> thanks
      """;

  @Test
  void systemLinesAreLeftOutAndLineNumbersStay() {
    AnnotatedLog log = IrcLogReader.read("log", TEXT, "0 0 -");

    assertThat(log.messages()).extracting(Message::messageId).containsExactly("0", "2", "3", "4");
    assertThat(log.messages()).extracting(Message::author).contains("ada", "ben", "cem");
    assertThat(log.messages().get(2).text()).isEqualTo("/me waves");
  }

  @Test
  void messagesOfAMinuteAreSpreadAndMidnightIsCrossed() {
    AnnotatedLog log = IrcLogReader.read("log", TEXT, "0 0 -");

    assertThat(gap(log, 0, 1)).isEqualTo(Duration.ofSeconds(60));
    assertThat(gap(log, 1, 2)).isEqualTo(Duration.ofSeconds(30));
    assertThat(gap(log, 1, 3)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void clockThatGoesBackALittleIsNoNewDay() {
    AnnotatedLog log = IrcLogReader.read("log", "[10:05] <ada> one\n[10:04] <ben> two\n", "0 0 -");

    assertThat(gap(log, 0, 1)).isBetween(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void parentsAreReadPerMessage() {
    AnnotatedLog log = IrcLogReader.read("log", TEXT, "0 0 -\n0 2 -\n1 3 -\n0 4 -\n2 4 -\n1 1 -\n");

    assertThat(log.parents())
        .containsEntry("0", Set.of("0"))
        .containsEntry("2", Set.of("0"))
        .containsEntry("4", Set.of("0", "2"))
        .doesNotContainKey("1");
  }

  @Test
  void messageThatOnlyAnswersASystemLineStartsAConversation() {
    assertThat(IrcLogReader.read("log", TEXT, "1 3 -\n").parents()).containsEntry("3", Set.of("3"));
  }

  private static Duration gap(AnnotatedLog log, int from, int to) {
    return Duration.between(log.messages().get(from).postedAt(), log.messages().get(to).postedAt());
  }
}
