package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.groupdigest.job.context.thread.Chat;
import org.groupdigest.job.context.thread.link.CandidateRows;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.FeatureExtractor;
import org.groupdigest.job.context.thread.link.LinkHistory;
import org.groupdigest.job.context.thread.link.MessageStream;
import org.groupdigest.job.context.thread.link.Network;
import org.junit.jupiter.api.Test;

class LinkGradientTest {

  private static final double STEP = 1e-6;

  private final CandidateRows rows = rows();
  private final boolean[] right = {false, true, false, true};

  @Test
  void gradientIsTheSlopeOfTheLoss() {
    Network network = random();
    LinkGradient gradient = new LinkGradient(network);
    gradient.add(rows, right);

    for (int i = 0; i < network.weights().length; i += 7) {
      assertThat(gradient.sum()[i]).as("weight %d", i).isCloseTo(slope(network, i), within(1e-5));
    }
  }

  @Test
  void batchIsASum() {
    Network network = random();
    LinkGradient once = new LinkGradient(network);
    once.add(rows, right);
    LinkGradient twice = new LinkGradient(network);
    twice.add(rows, right);
    twice.add(rows, right);

    assertThat(twice.messages()).isEqualTo(2);
    assertThat(twice.sum()[network.outputRow()])
        .isCloseTo(2 * once.sum()[network.outputRow()], within(1e-12));
    assertThat(twice.mean()).containsExactly(once.sum(), within(1e-12));
    twice.clear();
    assertThat(twice.sum()).containsOnly(0);
  }

  @Test
  void stepsAgainstTheGradientLowerTheLoss() {
    Network network = random();
    LinkGradient gradient = new LinkGradient(network);
    Adam adam = new Adam(network.weights().length, 0);
    double before = gradient.add(rows, right);
    for (int i = 0; i < 50; i++) {
      adam.step(network.weights(), gradient.mean(), 0.01);
      gradient.clear();
      gradient.add(rows, right);
    }

    assertThat(loss(network)).isLessThan(before / 2);
  }

  private double slope(Network network, int i) {
    double weight = network.weights()[i];
    network.weights()[i] = weight + STEP;
    double above = loss(network);
    network.weights()[i] = weight - STEP;
    double below = loss(network);
    network.weights()[i] = weight;
    return (above - below) / (2 * STEP);
  }

  private double loss(Network network) {
    return new LinkGradient(network).add(rows, right);
  }

  private static Network random() {
    SplittableRandom random = new SplittableRandom(4);
    return new Network(4, random.doubles(Network.size(4), -1, 1).toArray());
  }

  private static CandidateRows rows() {
    Chat chat =
        new Chat()
            .says(0, "ada", "which rope?")
            .says(9, "ben", "ada: the long one")
            .says(12, "cem", "lunch at noon?")
            .says(30, "ada", "ben: thanks, the long rope it is");
    MessageStream stream = MessageStream.of(chat.messages(), CueWords.bundled());
    LinkHistory history = new LinkHistory(stream);
    history.link(0, MessageStream.NONE, false);
    history.link(1, 0, false);
    history.link(2, MessageStream.NONE, false);
    CandidateRows rows = new CandidateRows();
    new FeatureExtractor(stream, history).fill(3, rows);
    return rows;
  }
}
