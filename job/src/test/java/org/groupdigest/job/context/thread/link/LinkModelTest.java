package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class LinkModelTest {

  private static final double EVEN = Math.log(0.6 / 0.4);

  @Test
  void evenOddsGiveTheLeastConfidence() {
    LinkModel model = new LinkModel(List.of(zeros()), EVEN);

    assertThat(model.confidence(new double[] {0.3, 0.3, 0.1}, 1)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void confidenceGrowsWithTheOdds() {
    LinkModel model = new LinkModel(List.of(zeros()), EVEN);

    assertThat(model.confidence(new double[] {0.1, 0.6, 0.3}, 1)).isGreaterThan(0.85);
    assertThat(model.confidence(new double[] {0.9, 0.06, 0.04}, 1)).isLessThan(0.15);
    assertThat(model.confidence(new double[] {0, 1}, 1)).isBetween(0.99, 1.0);
  }

  @Test
  void messageWithoutCandidatesHasNoConfidence() {
    LinkModel model = new LinkModel(List.of(zeros()), EVEN);

    assertThat(LinkModel.bestRow(new double[] {1})).isZero();
    assertThat(model.confidence(new double[] {1}, 0)).isZero();
  }

  @Test
  void nearestWinsATie() {
    assertThat(LinkModel.bestRow(new double[] {0.4, 0.2, 0.2, 0.2})).isEqualTo(1);
  }

  @Test
  void networksAreAveraged() {
    Network likesSelf = zeros();
    likesSelf.weights()[likesSelf.pairRow(PairFeature.SELF.column())] = 1;
    likesSelf.weights()[likesSelf.outputRow()] = Math.log(3);
    CandidateRows rows = rowsOfSecondMessage();

    double[] mean = new LinkModel(List.of(zeros(), likesSelf), 0).probabilities(rows);

    assertThat(mean)
        .containsExactly(new double[] {(0.5 + 0.75) / 2, (0.5 + 0.25) / 2}, within(1e-9));
  }

  @Test
  void modelWithoutNetworksIsRefused() {
    assertThatThrownBy(() -> new LinkModel(List.of(), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void networkOfTheWrongSizeIsRefused() {
    assertThatThrownBy(() -> new Network(4, new double[3]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void softmaxSumsToOneForLargeScores() {
    double[] scores = {1000, 1001, 5};

    Network.softmax(scores, 2);

    assertThat(Arrays.stream(scores, 0, 2).sum()).isCloseTo(1, within(1e-12));
    assertThat(scores[2]).isEqualTo(5);
  }

  private static CandidateRows rowsOfSecondMessage() {
    MessageStream stream =
        MessageStream.of(
            new Chat().says(0, "ada", "hello").says(1, "ben", "hi").messages(), CueWords.bundled());
    LinkHistory history = new LinkHistory(stream);
    history.link(0, MessageStream.NONE, false);
    CandidateRows rows = new CandidateRows();
    new FeatureExtractor(stream, history).fill(1, rows);
    return rows;
  }

  private static Network zeros() {
    return new Network(1, new double[Network.size(1)]);
  }
}
