package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is spoiled fails the guard, what is only dressed up passes. */
class AnswerSpoilerTest {

  private static final Map<Stage, String> ANSWERS =
      Map.of(
          Stage.SEGMENTER_AGENT,
          "{\"units\":[{\"kind\":\"risk\",\"text\":\"it may break\",\"message_ids\":[\"1\"],\"confidence\":0.5}]}",
          Stage.EMOTION_AGENT,
          "{\"tone\":\"neutral\",\"intensity\":0,\"conflict\":0,\"collaboration\":0,\"stress\":0,\"enthusiasm\":0}",
          Stage.ROLES_AGENT,
          "{\"participants\":[{\"username\":\"ann\",\"roles\":[{\"role\":\"expert\",\"weight\":1}],\"dominant_role\":\"expert\",\"message_ids\":[\"1\"]}]}",
          Stage.TOPIC_AGENT,
          "{\"topics\":[{\"title\":\"break\",\"priority\":\"low\",\"message_ids\":[\"1\"],\"summary\":\"it may break\",\"status\":\"watch\"}]}",
          Stage.SYNTHESIS_AGENT,
          "{\"key_points\":[{\"text\":\"it may break\",\"message_ids\":[\"1\"]}]}",
          Stage.EVALUATION_AGENT,
          "{\"faithfulness\":1,\"coherence\":1,\"coverage\":1,\"focus\":1,\"quality_score\":1}");

  private final StageGuard guard = new StageGuard();
  private final WindowContext window =
      new WindowFixture().message("1", "ann", "it may break").build();

  private boolean passes(Stage stage, String answer) {
    String part = guard.parts(List.of(stage), answer).get(stage);
    return guard.check(stage, part, window) instanceof GuardResult.Accepted;
  }

  @ParameterizedTest
  @EnumSource(value = Stage.class, names = ".*_AGENT", mode = EnumSource.Mode.MATCH_ALL)
  void everyStageCanBeSpoiled(Stage stage) {
    String right = ANSWERS.get(stage);
    assertThat(passes(stage, right)).isTrue();
    assertThat(passes(stage, AnswerSpoiler.fenced(right))).isTrue();
    assertThat(passes(stage, AnswerSpoiler.chatty(right))).isTrue();
    assertThat(passes(stage, AnswerSpoiler.notJson())).isFalse();
    for (int seed = 0; seed < 20; seed++) {
      Dice dice = new Dice(seed, "call", 1);
      assertThat(passes(stage, AnswerSpoiler.truncated(right, dice))).isFalse();
      String wrong = AnswerSpoiler.wrongSchema(Json.read(right, ObjectNode.class), dice);
      assertThat(passes(stage, wrong)).as(wrong).isFalse();
      assertThat(Json.read(wrong, ObjectNode.class)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void anAnswerToSeveralStagesKeepsTheirNames(int seed) {
    ObjectNode several = Json.mapper().createObjectNode();
    several.set("segmenter_agent", Json.read(ANSWERS.get(Stage.SEGMENTER_AGENT), ObjectNode.class));
    several.set("emotion_agent", Json.read(ANSWERS.get(Stage.EMOTION_AGENT), ObjectNode.class));
    ObjectNode before = several.deepCopy();
    String wrong = AnswerSpoiler.wrongSchema(several, new Dice(seed, "call", 1));
    assertThat(several).isEqualTo(before);
    assertThat(wrong).contains("segmenter_agent", "emotion_agent");
    assertThat(passes(Stage.SEGMENTER_AGENT, part(wrong, "segmenter_agent"))).isFalse();
  }

  private static String part(String answer, String stage) {
    return Json.read(answer, ObjectNode.class).get(stage).toString();
  }
}
