package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A digest's tokens, prompts and answers together, against what is promised, with answers that use
 * up every limit.
 */
class TokenPromiseTest {

  private static final int LARGE = 150;
  private static final int CHUNK = 100;

  private final PromptBuilder builder = PromptFixture.builder();
  private final List<Segments.Unit> units = new ArrayList<>();
  private final List<Roles.Participant> people = new ArrayList<>();
  private int tokens;

  @ParameterizedTest
  @CsvSource({
    "50, ru, 7000", "50, en, 7000",
    "150, ru, 13000", "150, en, 13000",
    "400, ru, 28000", "400, en, 28000"
  })
  void ordinaryWindowsCostNoMoreThanPromised(int messages, String language, int promise) {
    int chunkSize = messages > LARGE ? CHUNK : messages;
    OrdinaryChat.chunks(messages, language, chunkSize).forEach(this::map);
    digest(OrdinaryChat.window(messages, language));

    assertThat(tokens).isLessThanOrEqualTo(promise * 95 / 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "en"})
  void theWordsOfAPromptAreFew(String language) {
    assertThat(words(PromptFixture.MAP, language)).isLessThan(600);
    assertThat(words(PromptFixture.DIGEST, language)).isLessThan(700);
    assertThat(words(PromptFixture.JUDGE, language)).isLessThan(450);
  }

  private void map(WindowContext chunk) {
    Answers part = new Answers(chunk);
    units.addAll(part.segments().units());
    people.addAll(part.roles().participants());
    ask(PromptFixture.MAP, chunk, Map.of());
    answer(
        Map.of(
            Stage.SEGMENTER_AGENT, part.segments(),
            Stage.EMOTION_AGENT, part.emotions(),
            Stage.ROLES_AGENT, part.roles()));
  }

  private void digest(WindowContext window) {
    Answers answers = new Answers(window);
    Map<Stage, Object> found = new LinkedHashMap<>();
    found.put(Stage.SEGMENTER_AGENT, new Segments(units));
    found.put(Stage.EMOTION_AGENT, answers.emotions());
    found.put(Stage.ROLES_AGENT, new Roles(people.subList(0, Math.min(people.size(), 8))));
    ask(PromptFixture.DIGEST, window, found);
    Map<Stage, Object> written =
        Map.of(Stage.TOPIC_AGENT, answers.topics(), Stage.SYNTHESIS_AGENT, answers.synthesis());
    answer(written);
    found.putAll(written);
    ask(PromptFixture.JUDGE, window, found);
    tokens += PromptFixture.COUNTER.count(Json.write(answers.evaluation()));
  }

  private void ask(List<Stage> stages, WindowContext window, Map<Stage, Object> found) {
    StageRequest request =
        StageRequest.of(stages, window, window.language(), Answers.artifacts(found));
    tokens += builder.build(request).orElseThrow().promptTokens();
  }

  /** As a model writes it: only the fields that it is asked for, ids as numbers. */
  private void answer(Map<Stage, Object> payloads) {
    ObjectNode answer = Json.mapper().createObjectNode();
    payloads.forEach((stage, payload) -> answer.set(stage.wireName(), asked(Json.tree(payload))));
    tokens += PromptFixture.COUNTER.count(answer.toString().replaceAll("\"(\\d+)\"", "$1"));
  }

  private static JsonNode asked(JsonNode payload) {
    for (String field : List.of("unit_id", "topic_id", "thread_ids", "message_count", "comment")) {
      payload.findParents(field).forEach(parent -> ((ObjectNode) parent).remove(field));
    }
    return payload;
  }

  /** Tokens of a prompt without its data. */
  private int words(List<Stage> stages, String language) {
    StageRequest inRussian = Requests.with(stages, null);
    Prompt prompt =
        builder
            .build(StageRequest.of(stages, inRussian.context(), language, inRussian.artifacts()))
            .orElseThrow();
    String task = PromptFixture.task(prompt);
    return PromptFixture.COUNTER.count(prompt.messages().get(0).content())
        + PromptFixture.COUNTER.count(task.substring(0, task.indexOf("<<<DATA")));
  }
}
