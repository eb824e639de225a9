package org.groupdigest.job.stage;

import java.io.Serializable;
import java.util.List;
import org.groupdigest.job.config.CallPlanKind;
import org.groupdigest.job.model.Stage;

/**
 * Which stages one request answers. Stages run in {@value #LEVELS} levels, one after the other, and
 * the judge after them; the calls of a level run side by side. A level may be empty.
 *
 * @param kind how stages share calls
 * @param microThreshold windows of fewer messages are answered by one call and a judge, with at
 *     most {@value #MICRO_CALLS} calls in all
 */
public record CallPlan(CallPlanKind kind, int microThreshold) implements Serializable {

  /** Levels before the judge. */
  public static final int LEVELS = 3;

  /** Most answered calls for a digest of a micro window: one may be spent on a repair. */
  public static final int MICRO_CALLS = 3;

  private static final int JUDGE = 1;

  private static final List<List<List<Stage>>> SEPARATE =
      List.of(
          List.of(List.of(Stage.SEGMENTER_AGENT), List.of(Stage.EMOTION_AGENT)),
          List.of(List.of(Stage.ROLES_AGENT), List.of(Stage.TOPIC_AGENT)),
          List.of(List.of(Stage.SYNTHESIS_AGENT)));
  private static final List<List<List<Stage>>> JOINED =
      List.of(
          List.of(List.of(Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT)),
          List.of(List.of(Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT)),
          List.of());
  private static final List<List<List<Stage>>> MICRO =
      List.of(
          List.of(
              List.of(
                  Stage.SEGMENTER_AGENT,
                  Stage.EMOTION_AGENT,
                  Stage.ROLES_AGENT,
                  Stage.TOPIC_AGENT,
                  Stage.SYNTHESIS_AGENT)),
          List.of(),
          List.of());

  /** The plan of engines that cost nothing. */
  public static CallPlan separate() {
    return new CallPlan(CallPlanKind.SEPARATE, 0);
  }

  /**
   * The calls of a level, each with the stages that it answers.
   *
   * @param level from 0
   * @param messages messages of the window that go to the stages
   */
  public List<List<Stage>> calls(int level, int messages) {
    if (kind == CallPlanKind.SEPARATE) {
      return SEPARATE.get(level);
    }
    return (isMicro(messages) ? MICRO : JOINED).get(level);
  }

  /** All stages of a level. */
  public List<Stage> stages(int level, int messages) {
    return calls(level, messages).stream().flatMap(List::stream).toList();
  }

  /**
   * Answered calls that may still be made before the judge.
   *
   * @param made answered calls so far
   */
  public int callsLeft(int messages, int made) {
    return isMicro(messages) ? MICRO_CALLS - JUDGE - made : StageRequest.ANY_CALLS;
  }

  /** Answered calls that the judge may still make. */
  public int callsLeftForJudge(int messages, int made) {
    return isMicro(messages) ? MICRO_CALLS - made : StageRequest.ANY_CALLS;
  }

  private boolean isMicro(int messages) {
    return kind == CallPlanKind.DEFAULT && messages < microThreshold;
  }
}
