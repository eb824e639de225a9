package org.groupdigest.job.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.groupdigest.job.config.CallPlanKind;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the plan, every stage is answered once and after those it needs. */
class CallPlanTest {

  private static final CallPlan DEFAULT = new CallPlan(CallPlanKind.DEFAULT, 20);

  @ParameterizedTest
  @CsvSource({"DEFAULT,8", "DEFAULT,19", "DEFAULT,20", "DEFAULT,400", "SEPARATE,8", "SEPARATE,400"})
  void everyStageIsAnsweredOnceInAnOrderThatBearsItsNeeds(CallPlanKind kind, int messages) {
    CallPlan plan = new CallPlan(kind, 20);
    List<Stage> order = new ArrayList<>();
    for (int level = 0; level < CallPlan.LEVELS; level++) {
      order.addAll(plan.stages(level, messages));
    }

    assertThat(order)
        .containsExactlyInAnyOrder(
            Stage.SEGMENTER_AGENT,
            Stage.EMOTION_AGENT,
            Stage.ROLES_AGENT,
            Stage.TOPIC_AGENT,
            Stage.SYNTHESIS_AGENT)
        .containsSubsequence(Stage.SEGMENTER_AGENT, Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT)
        .containsSubsequence(Stage.SEGMENTER_AGENT, Stage.ROLES_AGENT, Stage.SYNTHESIS_AGENT)
        .containsSubsequence(Stage.EMOTION_AGENT, Stage.TOPIC_AGENT);
  }

  @Test
  void theDefaultPlanIsThreeCallsDeepWithTheJudge() {
    assertThat(depth(DEFAULT, 400) + 1).isEqualTo(3);
    assertThat(DEFAULT.calls(1, 400))
        .containsExactly(List.of(Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT));
  }

  @Test
  void theSeparatePlanMakesOneCallAStage() {
    CallPlan plan = new CallPlan(CallPlanKind.SEPARATE, 20);

    assertThat(IntStream.range(0, CallPlan.LEVELS).mapToObj(level -> plan.calls(level, 400)))
        .allSatisfy(calls -> assertThat(calls).allMatch(stages -> stages.size() == 1));
    assertThat(depth(plan, 400)).isEqualTo(3);
  }

  @Test
  void aMicroWindowIsOneCallAndTheJudge() {
    assertThat(depth(DEFAULT, 19) + 1).isEqualTo(2);
    assertThat(depth(DEFAULT, 20) + 1).as("no micro window any more").isEqualTo(3);
  }

  @Test
  void aMicroWindowHasThreeCallsInAllAndOneIsTheJudges() {
    assertThat(DEFAULT.callsLeft(19, 0)).isEqualTo(2);
    assertThat(DEFAULT.callsLeftForJudge(19, 1)).isEqualTo(2);
    assertThat(DEFAULT.callsLeftForJudge(19, 2)).isEqualTo(1);
    assertThat(DEFAULT.callsLeft(20, 7)).isEqualTo(StageRequest.ANY_CALLS);
  }

  private static long depth(CallPlan plan, int messages) {
    return IntStream.range(0, CallPlan.LEVELS)
        .filter(level -> !plan.calls(level, messages).isEmpty())
        .count();
  }
}
