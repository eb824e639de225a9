package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LinkModelFileTest {

  @Test
  void modelSurvivesWritingAndReading() {
    LinkModel model = new LinkModel(List.of(random(3, 1), random(5, 2)), 0.25);

    LinkModel read = LinkModelFile.read(LinkModelFile.write(model));

    assertThat(read.doubt()).isEqualTo(0.25);
    assertThat(read.networks()).extracting(Network::hidden).containsExactly(3, 5);
    assertThat(read.networks().get(1).weights())
        .containsExactly(model.networks().get(1).weights(), within(0.0005));
  }

  @Test
  void writtenModelIsStable() {
    String once = LinkModelFile.write(new LinkModel(List.of(random(3, 1)), 0.25));

    assertThat(LinkModelFile.write(LinkModelFile.read(once))).isEqualTo(once);
  }

  @Test
  void orderOfFeaturesDoesNotMatter() {
    String text = LinkModelFile.write(new LinkModel(List.of(random(2, 1)), 0));
    List<String> lines = new java.util.ArrayList<>(text.lines().toList());
    java.util.Collections.swap(lines, 3, 40);

    assertThat(LinkModelFile.read(String.join("\n", lines)).networks().get(0).weights())
        .containsExactly(LinkModelFile.read(text).networks().get(0).weights());
  }

  @Test
  void featureThatThisVersionDoesNotKnowMakesTheFileUnusable() {
    String text = LinkModelFile.write(new LinkModel(List.of(random(2, 1)), 0));

    assertThatThrownBy(() -> LinkModelFile.read(text.replace("pair.COSINE", "pair.MOON")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("features");
  }

  @Test
  void otherVersionAndMissingWeightsAreRefused() {
    String text = LinkModelFile.write(new LinkModel(List.of(random(2, 1)), 0));

    assertThatThrownBy(() -> LinkModelFile.read(text.replace("model 1", "model 9")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinkModelFile.read(text.replace("network 2", "network 3")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bundledModelIsSmall() throws IOException {
    try (InputStream in = LinkModelFile.class.getResourceAsStream("/threads/link-model.txt")) {
      assertThat(in.readAllBytes()).hasSizeLessThan(50 * 1024);
    }
    assertThat(LinkModelFile.bundled().networks()).isNotEmpty();
  }

  private static Network random(int hidden, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Network(hidden, random.doubles(Network.size(hidden), -2, 2).toArray());
  }
}
