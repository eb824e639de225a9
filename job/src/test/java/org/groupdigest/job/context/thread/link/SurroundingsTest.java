package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

  @Test
  void tempoAndCrowdAreThoseOfTheMessagesBefore() {
    Surroundings around =
        around(
            new Chat()
                .says(0, "ada", "one")
                .says(10, "ben", "two")
                .says(20, "ada", "three")
                .says(60, "cem", "four"),
            3);

    assertThat(around.meanGap()).isEqualTo(20);
    assertThat(around.crowd()).isEqualTo(2 / 3.0);
  }

  @Test
  void firstMessageHasNothingBefore() {
    Surroundings around = around(new Chat().says(0, "ada", "one"), 0);

    assertThat(around.meanGap()).isEqualTo(60);
    assertThat(around.crowd()).isZero();
  }

  @Test
  void namesSoonAfterAreSeenBothWays() {
    Surroundings around =
        around(
            new Chat()
                .says(0, "ada", "one")
                .says(10, "ben", "ada: two")
                .says(20, "ada", "ben: three"),
            0);

    assertThat(around.namedBySoon()).containsExactly(1);
    assertThat(around.namesSoon()).containsExactly(1);
  }

  @Test
  void whatComesMuchLaterIsNotSeen() {
    Surroundings around = around(new Chat().says(0, "ada", "one").says(901, "ben", "ada: two"), 0);

    assertThat(around.namedBySoon()).isEmpty();
  }

  private static Surroundings around(Chat chat, int position) {
    return Surroundings.of(MessageStream.of(chat.messages(), CueWords.bundled()), position);
  }
}
