package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.groupdigest.job.context.TestMessages.full;
import static org.groupdigest.job.context.TestMessages.liked;
import static org.groupdigest.job.context.TestMessages.message;
import static org.groupdigest.job.context.TestMessages.picture;
import static org.groupdigest.job.context.TestMessages.reply;
import static org.groupdigest.job.context.TestMessages.withMedia;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.RankedMessage;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private final Scorer scorer = new Scorer(ContextSettings.defaults());

  @Test
  void halvesRecencyWithEveryHalfLife() {
    List<RankedMessage> ranking =
        rank(
            message("old", 0, "a", ""),
            message("mid", 10_800, "a", ""),
            message("new", 21_600, "a", ""));

    assertThat(ranking).extracting(RankedMessage::messageId).containsExactly("new", "mid", "old");
    assertThat(ranking).extracting(RankedMessage::recency).containsExactly(1.0, 0.5, 0.25);
    assertThat(ranking).extracting(RankedMessage::score).containsExactly(0.5, 0.25, 0.125);
  }

  @Test
  void mayPassOneWhenEverythingIsThere() {
    Message best =
        full("1", 0, "a", "x".repeat(400), "0", 5, Collections.nCopies(4, picture("h", null)));

    assertThat(rank(best).get(0).score()).isCloseTo(1.12, within(1e-12));
  }

  @Test
  void capsEveryComponentAtOne() {
    Message more =
        full("1", 0, "a", "x".repeat(4000), "0", 500, Collections.nCopies(9, picture("h", null)));

    assertThat(rank(more)).containsExactly(new RankedMessage("1", 1.12, 1, 1, 1, 1, 1));
  }

  @Test
  void countsCodePointsNotUnits() {
    assertThat(rank(message("1", 0, "a", "🙂".repeat(100))).get(0).length()).isEqualTo(0.25);
  }

  @Test
  void countsWhatAVoiceMessageSays() {
    Message mute = withMedia("1", 0, "a", "", picture("h", "x".repeat(200)));
    Message captioned = withMedia("2", 0, "a", "look", picture("h", "x".repeat(200)));

    assertThat(rank(mute).get(0).length()).isEqualTo(0.5);
    assertThat(rank(captioned).get(0).length()).isEqualTo(0.01);
  }

  @Test
  void multipliesPenalties() {
    List<Message> chat = List.of(message("1", 0, "a", "x".repeat(400)));

    assertThat(scorer.rank(chat, Set.of("1"), Set.of()).get(0).score()).isEqualTo(0.5525);
    assertThat(scorer.rank(chat, Set.of(), Set.of("1")).get(0).score()).isEqualTo(0.455);
    // 0.65 * 0.85 * 0.7 = 0.38675, in binary just below: half to even has nothing to decide.
    assertThat(scorer.rank(chat, Set.of("1"), Set.of("1")).get(0).score())
        .isCloseTo(0.3867, within(1e-4));
  }

  @Test
  void breaksTiesByTimeThenByTheGivenOrder() {
    List<RankedMessage> ranking =
        rank(
            reply("a", 0, "x", "", "0"),
            liked("b", 0, "x", "", 0),
            liked("c", 0, "x", "", 0),
            liked("d", 0, "x", "", 1));

    assertThat(ranking).extracting(RankedMessage::messageId).containsExactly("a", "d", "b", "c");
  }

  @Test
  void roundsTheExactBinaryValueHalfToEven() {
    assertThat(Scorer.rounded(0.00005)).isEqualTo(0.0001);
    assertThat(Scorer.rounded(0.03125)).isEqualTo(0.0312);
    assertThat(Scorer.rounded(0.09375)).isEqualTo(0.0938);
  }

  @Test
  void ofNothingIsNothing() {
    assertThat(rank()).isEmpty();
  }

  private List<RankedMessage> rank(Message... messages) {
    return scorer.rank(List.of(messages), Set.of(), Set.of());
  }
}
