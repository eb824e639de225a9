package org.groupdigest.job.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.groupdigest.job.model.Evaluation;
import org.junit.jupiter.api.Test;

class QualityGateTest {

  private final QualityGate gate = new QualityGate(0.7);

  @Test
  void theWeakestScoreDecidesAndTheThresholdPasses() {
    assertThat(gate.judge(scores(0.9, 0.7)).passed()).isTrue();
    assertThat(gate.judge(scores(0.9, 0.69)))
        .isEqualTo(new QualityGate.Verdict(false, "0.690 < 0.700"));
  }

  @Test
  void theOverallScoreAloneNeitherPassesNorFails() {
    assertThat(gate.judge(new Evaluation(0.8, 0.8, 0.8, 0.8, 0.1, List.of())).passed()).isTrue();
  }

  @Test
  void noJudgeMeansNoPass() {
    assertThat(gate.judge(null)).isEqualTo(new QualityGate.Verdict(false, "no_evaluation"));
  }

  @Test
  void aScoreThatIsNoNumberDoesNotPass() {
    assertThat(new QualityGate(0).judge(scores(0.9, Double.NaN)).passed()).isFalse();
  }

  @Test
  void aThresholdOutsideItsRangeIsRefused() {
    assertThatThrownBy(() -> new QualityGate(1.1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new QualityGate(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Evaluation scores(double most, double focus) {
    return new Evaluation(most, most, most, focus, most, List.of());
  }
}
