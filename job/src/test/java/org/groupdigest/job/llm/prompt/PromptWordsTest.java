package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.guard.StageSchemas;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The words ask for what the guards accept. */
class PromptWordsTest {

  private final StageSchemas schemas = new StageSchemas();

  static Stream<Arguments> stagesAndLanguages() {
    return Stream.concat(PromptFixture.MICRO.stream(), PromptFixture.JUDGE.stream())
        .flatMap(stage -> PromptLibrary.LANGUAGES.stream().map(in -> Arguments.of(stage, in)));
  }

  @ParameterizedTest
  @MethodSource("stagesAndLanguages")
  void theFormThatIsShownPassesTheSchema(Stage stage, String language)
      throws JsonProcessingException {
    List<String> forms =
        text(stage, language).lines().filter(line -> line.startsWith("{")).toList();

    assertThat(forms).hasSize(1);
    assertThat(schemas.validate(stage, Json.mapper().readTree(forms.get(0)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stagesAndLanguages")
  void everyValueThatTheSchemaAllowsIsNamed(Stage stage, String language)
      throws JsonProcessingException {
    List<String> values = new ArrayList<>();
    schema(stage).findValues("enum").forEach(list -> list.forEach(one -> values.add(one.asText())));

    assertThat(values).allMatch(text(stage, language)::contains);
  }

  @ParameterizedTest
  @MethodSource("stagesAndLanguages")
  void everyFieldThatTheSchemaRequiresIsShown(Stage stage, String language)
      throws JsonProcessingException {
    List<String> fields = new ArrayList<>();
    schema(stage)
        .findValues("required")
        .forEach(list -> list.forEach(one -> fields.add("\"" + one.asText() + "\":")));

    assertThat(fields).isNotEmpty().allMatch(text(stage, language)::contains);
  }

  @ParameterizedTest
  @MethodSource("stagesAndLanguages")
  void everyTaskBeginsWithItsStage(Stage stage, String language) {
    assertThat(text(stage, language)).startsWith(stage.wireName() + ": ");
  }

  private static JsonNode schema(Stage stage) throws JsonProcessingException {
    return Json.mapper().readTree(new AnswerSchemas().of(List.of(stage)).json());
  }

  private static String text(Stage stage, String language) {
    return new PromptLibrary().in(language).templates().get(PromptPart.of(stage));
  }
}
