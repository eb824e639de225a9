package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groupdigest.connectors.llm.ResponseSchema;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerSchemasTest {

  private static final Answers ANSWERS = new Answers(OrdinaryChat.window(40, "en"));
  private static final Map<Stage, Object> PAYLOADS =
      Map.of(
          Stage.SEGMENTER_AGENT, ANSWERS.segments(),
          Stage.EMOTION_AGENT, ANSWERS.emotions(),
          Stage.ROLES_AGENT, ANSWERS.roles(),
          Stage.TOPIC_AGENT, ANSWERS.topics(),
          Stage.SYNTHESIS_AGENT, ANSWERS.synthesis(),
          Stage.EVALUATION_AGENT, ANSWERS.evaluation());

  /** All that a plan may ask for at first, and all that a repair may leave of it. */
  static Stream<List<Stage>> combinations() {
    List<Stage> all = new ArrayList<>(PromptFixture.MICRO);
    Stream<List<Stage>> parts =
        Stream.iterate(1, bits -> bits < 1 << all.size(), bits -> bits + 1)
            .map(bits -> all.stream().filter(one -> (bits >> all.indexOf(one) & 1) == 1).toList());
    return Stream.concat(parts, Stream.of(PromptFixture.JUDGE));
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void aGoodAnswerHasTheForm(List<Stage> stages) {
    ResponseSchema schema = new AnswerSchemas().of(stages);

    assertThat(schema.name()).matches("[A-Za-z0-9_-]{1,64}");
    assertThat(compiled(schema).validate(answer(stages))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyStageKeepsItsOwnRules(List<Stage> stages) {
    JsonSchema schema = compiled(new AnswerSchemas().of(stages));

    for (Stage stage : stages) {
      ObjectNode answer = answer(stages);
      ObjectNode payload = stages.size() == 1 ? answer : (ObjectNode) answer.get(stage.wireName());
      spoil(stage, payload);
      assertThat(schema.validate(answer)).as(stage.wireName()).isNotEmpty();
    }
  }

  @Test
  void noStageMayBeMissing() {
    JsonSchema schema = compiled(new AnswerSchemas().of(PromptFixture.MAP));

    assertThat(schema.validate(answer(List.of(Stage.SEGMENTER_AGENT, Stage.ROLES_AGENT))))
        .isNotEmpty();
  }

  @Test
  void callsOfDifferentStagesHaveDifferentNames() {
    assertThat(combinations().map(stages -> new AnswerSchemas().of(stages).name()))
        .doesNotHaveDuplicates();
  }

  /** Breaks a rule that stands in a shared definition. */
  private static void spoil(Stage stage, ObjectNode payload) {
    switch (stage) {
      case SEGMENTER_AGENT -> first(payload, "units").put("confidence", 2);
      case EMOTION_AGENT -> payload.put("stress", -1);
      case ROLES_AGENT -> first(payload, "participants").put("dominant_role", "boss");
      case TOPIC_AGENT -> first(payload, "topics").putArray("message_ids");
      case SYNTHESIS_AGENT -> first(payload, "key_points").put("text", " ");
      case EVALUATION_AGENT -> payload.put("focus", "high");
      default -> throw new IllegalArgumentException(stage.wireName());
    }
  }

  private static ObjectNode first(JsonNode payload, String list) {
    return (ObjectNode) payload.get(list).get(0);
  }

  private static ObjectNode answer(List<Stage> stages) {
    if (stages.size() == 1) {
      return (ObjectNode) Json.tree(PAYLOADS.get(stages.get(0)));
    }
    ObjectNode answer = Json.mapper().createObjectNode();
    stages.forEach(stage -> answer.set(stage.wireName(), Json.tree(PAYLOADS.get(stage))));
    // A thorough model does not leave out what it may leave out.
    answer.path("segmenter_agent").path("units").forEach(unit -> ((ObjectNode) unit).put("n", 1));
    return answer;
  }

  private static JsonSchema compiled(ResponseSchema schema) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema.json());
  }
}
