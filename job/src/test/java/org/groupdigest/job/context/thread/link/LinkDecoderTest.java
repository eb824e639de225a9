package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class LinkDecoderTest {

  private static final Chat CHAT =
      new Chat()
          .says(0, "ada", "one")
          .says(10, "ben", "two")
          .replies(20, "cem", "three", "m1")
          .replies(30, "dan", "four", "gone");

  @Test
  void modelThatPrefersThePreviousMessageLinksToIt() {
    LinkedStream linked = decode(preferring(PairFeature.PREVIOUS, 9));

    assertThat(linked.parent(1)).isZero();
    assertThat(linked.confidence(1)).isGreaterThan(0.99);
  }

  @Test
  void modelThatPrefersStartsLinksNothing() {
    LinkedStream linked = decode(preferring(PairFeature.SELF, 9));

    assertThat(linked.parent(1)).isEqualTo(MessageStream.NONE);
    assertThat(linked.confidence(1)).isLessThan(0.01);
  }

  @Test
  void replyLinksAreStrongerThanTheModel() {
    for (PairFeature preferred : List.of(PairFeature.PREVIOUS, PairFeature.SELF)) {
      LinkedStream linked = decode(preferring(preferred, 9));

      assertThat(linked.parent(2)).isZero();
      assertThat(linked.confidence(2)).isOne();
      assertThat(linked.parent(3)).isEqualTo(MessageStream.NONE);
      assertThat(linked.confidence(3)).isZero();
    }
  }

  private static LinkedStream decode(Network network) {
    LinkModel model = new LinkModel(List.of(network), Math.log(1.5));
    return new LinkDecoder(model).decode(MessageStream.of(CHAT.messages(), CueWords.bundled()));
  }

  private static Network preferring(PairFeature feature, double strength) {
    Network network = new Network(1, new double[Network.size(1)]);
    network.weights()[network.pairRow(feature.column())] = 1;
    network.weights()[network.outputRow()] = strength;
    return network;
  }
}
