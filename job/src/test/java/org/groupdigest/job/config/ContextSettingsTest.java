package org.groupdigest.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ContextSettingsTest {

  @Test
  void haveTheProductsDefaults() {
    ContextSettings defaults = ContextSettings.defaults();

    assertThat(defaults.similarity()).isEqualTo(0.88);
    assertThat(defaults.softSimilarity()).isEqualTo(0.76);
    assertThat(defaults.dedupTime()).hasMinutes(120);
    assertThat(defaults.halfLife()).hasMinutes(180);
    assertThat(defaults.weights()).isEqualTo(new ScoreWeights(0.5, 0.25, 0.15, 0.1, 0.12));
    assertThat(defaults.softPenalty()).isEqualTo(0.85);
    assertThat(defaults.historyPenalty()).isEqualTo(0.7);
    assertThat(defaults.maxMessages()).isEqualTo(400);
    assertThat(defaults.topRanked()).isEqualTo(150);
    assertThat(defaults.historyWindows()).isEqualTo(3);
    assertThat(defaults.historyMessages()).isEqualTo(150);
    assertThat(defaults.highlights()).isEqualTo(6);
    assertThat(defaults.excerpt()).isEqualTo(20);
  }

  @Test
  void reportAllProblemsTogether() {
    assertThatThrownBy(
            () ->
                new ContextSettings(
                    1.2,
                    0,
                    Duration.ofSeconds(-1),
                    Duration.ZERO,
                    new ScoreWeights(-1, 0, 0, Double.NaN, 0),
                    2,
                    -0.1,
                    0,
                    0,
                    -1,
                    -1,
                    -1,
                    -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            "similarity must be in (0, 1]",
            "soft similarity",
            "dedup time",
            "half-life",
            "recency weight",
            "reactions weight",
            "soft penalty",
            "history penalty",
            "max messages",
            "top ranked",
            "history windows",
            "history messages",
            "highlights",
            "excerpt");
  }

  @Test
  void doNotLetSoftBeHarderThanHard() {
    assertThatThrownBy(() -> withThresholds(0.8, 0.81)).hasMessageContaining("soft similarity");
    assertThat(withThresholds(0.8, 0.8).softSimilarity()).isEqualTo(0.8);
  }

  @Test
  void refuseMissingParts() {
    assertThatThrownBy(
            () ->
                new ContextSettings(
                    0.88, 0.76, null, null, null, 0.85, 0.7, 400, 150, 3, 150, 6, 20))
        .hasMessageContainingAll("dedup time", "half-life", "weights are missing");
  }

  @Test
  void travelWithTheFunctionsThatUseThem() throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      out.writeObject(ContextSettings.defaults());
    }
  }

  private static ContextSettings withThresholds(double hard, double soft) {
    ContextSettings defaults = ContextSettings.defaults();
    return new ContextSettings(
        hard,
        soft,
        defaults.dedupTime(),
        defaults.halfLife(),
        defaults.weights(),
        0.85,
        0.7,
        400,
        150,
        3,
        150,
        6,
        20);
  }
}
