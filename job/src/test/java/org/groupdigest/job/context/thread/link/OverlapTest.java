package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class OverlapTest {

  private final MessageStream stream =
      MessageStream.of(
          new Chat()
              .says(0, "ada", "copper kettle")
              .says(1, "ben", "Kettle, copper!")
              .says(2, "cem", "the kettle is on the stove")
              .says(3, "dan", "the lawn is wet")
              .says(4, "eve", "?!")
              .messages(),
          CueWords.bundled());

  @Test
  void sameWordsInAnyOrderOverlapFully() {
    assertThat(Overlap.of(stream, 1, 0).cosine()).isCloseTo(1, within(1e-9));
    assertThat(Overlap.of(stream, 1, 0).count()).isEqualTo(2);
  }

  @Test
  void topicWordWeighsMoreThanStopWords() {
    assertThat(Overlap.of(stream, 2, 0).cosine())
        .isGreaterThan(10 * Overlap.of(stream, 3, 2).cosine());
    assertThat(Overlap.of(stream, 3, 2).count()).isZero();
  }

  @Test
  void messageWithoutWordsOverlapsNothing() {
    assertThat(Overlap.of(stream, 4, 0)).isEqualTo(new Overlap(0, 0, 0));
    assertThat(Overlap.of(stream, 4, 4).cosine()).isZero();
  }

  @Test
  void overlapIsSymmetric() {
    assertThat(Overlap.of(stream, 2, 0)).isEqualTo(Overlap.of(stream, 0, 2));
  }

  @Test
  void rarestWordWeighsOneAndNoWordMore() {
    Terms terms = stream.terms();
    for (int position = 0; position < stream.size(); position++) {
      for (int term : stream.at(position).terms) {
        assertThat(terms.weight(term)).isBetween(0.0, 1.0);
      }
    }
    assertThat(Overlap.of(stream, 3, 3).heaviest()).isCloseTo(1, within(1e-9));
  }
}
