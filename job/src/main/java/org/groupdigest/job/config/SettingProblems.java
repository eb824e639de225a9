package org.groupdigest.job.config;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with settings, so that all of it is reported at once. */
final class SettingProblems {

  private final List<String> found = new ArrayList<>();

  void require(boolean holds, String problem) {
    if (!holds) {
      found.add(problem);
    }
  }

  void share(String name, double value) {
    require(value >= 0 && value <= 1, name + " must be in 0..1, is " + value);
  }

  void atLeast(String name, int value, int least) {
    require(value >= least, name + " must be at least " + least + ", is " + value);
  }

  void weights(ScoreWeights weights) {
    require(weights != null, "weights are missing");
    if (weights != null) {
      weight("recency", weights.recency());
      weight("reply", weights.reply());
      weight("length", weights.length());
      weight("reactions", weights.reactions());
      weight("media", weights.media());
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException("context settings: " + String.join("; ", found));
    }
  }

  private void weight(String name, double value) {
    require(value >= 0 && Double.isFinite(value), name + " weight must be 0 or more, is " + value);
  }
}
