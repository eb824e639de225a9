package org.groupdigest.job.sim.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.sim.Prompts;
import org.groupdigest.job.sim.SampleWindows;
import org.groupdigest.job.sim.prompt.PromptException;
import org.groupdigest.job.sim.prompt.PromptReader;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimulatedModelTest {

  private static final Stage[] MAP = {
    Stage.SEGMENTER_AGENT, Stage.EMOTION_AGENT, Stage.ROLES_AGENT
  };
  private static final Stage[] WRITE = {Stage.TOPIC_AGENT, Stage.SYNTHESIS_AGENT};
  private static final Stage[] ALL = {
    Stage.SEGMENTER_AGENT,
    Stage.EMOTION_AGENT,
    Stage.ROLES_AGENT,
    Stage.TOPIC_AGENT,
    Stage.SYNTHESIS_AGENT
  };

  private final SimulatedModel model = new SimulatedModel();
  private final StageGuard guard = new StageGuard(ExtractiveEngine::isOwnWording);

  static Stream<Arguments> windows() {
    return Stream.of(
        Arguments.of("ru", 12, SampleWindows.russian(12)),
        Arguments.of("en", 12, SampleWindows.english(12)),
        Arguments.of("ru", 60, SampleWindows.russian(60)),
        Arguments.of("en", 60, SampleWindows.english(60)),
        Arguments.of("ru", 100, SampleWindows.russian(100)),
        Arguments.of("en", 100, SampleWindows.english(100)),
        Arguments.of("ru", 300, SampleWindows.russian(300)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("windows")
  void whatItFindsInMessagesPassesTheGuard(String language, int size, WindowContext window)
      throws Exception {
    ObjectNode answer = answer(Prompts.ofMessages(window, language, ALL));
    Map<Stage, String> parts = accepted(answer, window, ALL);
    assertThat(segments(parts).units()).isNotEmpty();
    assertThat(Json.read(parts.get(Stage.SYNTHESIS_AGENT), Synthesis.class).keyPoints())
        .isNotEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("windows")
  void whatItMakesOfFindingsPassesTheGuard(String language, int size, WindowContext window)
      throws Exception {
    Segments found = segments(window, language);
    Map<Stage, String> written =
        accepted(answer(Prompts.ofUnits(window, found, language, WRITE)), window, WRITE);
    accepted(
        answer(Prompts.ofUnits(window, found, language, Stage.ROLES_AGENT)),
        window,
        Stage.ROLES_AGENT);
    Topics topics = Json.read(written.get(Stage.TOPIC_AGENT), Topics.class);
    if (size >= 60) {
      assertThat(topics.topics()).isNotEmpty();
    }
    assertThat(topics.topics()).allMatch(topic -> !topic.messageIds().isEmpty());
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("windows")
  void itsJudgePassesItsOwnDigests(String language, int size, WindowContext window)
      throws Exception {
    Map<Stage, String> written =
        accepted(
            answer(Prompts.ofUnits(window, segments(window, language), language, WRITE)),
            window,
            WRITE);
    Synthesis digest = Json.read(written.get(Stage.SYNTHESIS_AGENT), Synthesis.class);
    ObjectNode answer = answer(Prompts.ofDigest(window, digest, language));
    String judged = accepted(answer, window, Stage.EVALUATION_AGENT).get(Stage.EVALUATION_AGENT);
    Evaluation scores = Json.read(judged, Evaluation.class);
    assertThat(scores.weakest()).as("%s", scores).isGreaterThanOrEqualTo(0.7);
  }

  @Test
  void itsJudgeSeesWhatIsMadeUp() throws Exception {
    WindowContext window = SampleWindows.english(60);
    Synthesis invented =
        Json.read(
            "{\"key_points\":[{\"text\":\"The penguins won the yearly chess trophy in Oslo.\","
                + "\"message_ids\":[\""
                + window.excerpt().get(0)
                + "\"]}],\"decisions\":[],\"open_questions\":[],\"actions\":[],\"participants\":[]}",
            Synthesis.class);
    ObjectNode answer = answer(Prompts.ofDigest(window, invented, "en"));
    assertThat(answer.path("faithfulness").asDouble()).isLessThan(0.5);
  }

  @Test
  void theSamePromptGetsTheSameAnswerFreeToChange() throws Exception {
    String prompt = Prompts.ofMessages(SampleWindows.english(30), "en", MAP);
    ObjectNode first = answer(prompt);
    String before = first.toString();
    first.removeAll();
    assertThat(answer(prompt)).hasToString(before);
    assertThat(new SimulatedModel().answer(PromptReader.read(List.of(prompt)))).hasToString(before);
  }

  @Test
  void theLanguageOfTheDigestIsThatOfThePrompt() throws Exception {
    WindowContext window = SampleWindows.russian(60);
    assertThat(answer(Prompts.ofMessages(window, "ru", MAP)))
        .isNotEqualTo(answer(Prompts.ofMessages(window, "en", MAP)));
  }

  @Test
  void aRepairIsAnsweredFromTheFirstData() throws Exception {
    WindowContext window = SampleWindows.english(30);
    String asked = Prompts.ofMessages(window, "en", MAP);
    String again = Prompts.repair("{\"units\": []}", Stage.ROLES_AGENT);
    ObjectNode answer = model.answer(PromptReader.read(List.of(asked, again)));
    assertThat(answer.path("participants")).isNotEmpty();
    accepted(answer, window, Stage.ROLES_AGENT);
  }

  @Test
  void nothingIsMadeOfNothing() throws Exception {
    WindowContext window = new WindowFixture().message("1", "ann", "hi").build();
    ObjectNode answer = answer(Prompts.ofMessages(window, "en", ALL));
    assertThat(answer.path("topic_agent").path("topics")).isEmpty();
    assertThat(answer.path("synthesis_agent").has("headline")).isFalse();
    accepted(answer, window, ALL);
  }

  @Test
  void textsOfMediaAreRead() throws Exception {
    String data =
        "## participants\nann|1|0\n## messages\n# -\n1|ann|10:00|| [document: We decided to move"
            + " the launch of the shop to the second warehouse.]";
    Stage[] stages = {Stage.SEGMENTER_AGENT};
    ObjectNode answer = answer(Prompts.prompt(stages, "en", data, ""));
    assertThat(answer.path("units").path(0).path("text").asText())
        .contains("second warehouse")
        .doesNotContain("[", "]");
  }

  @Test
  void messagesStandInTheOrderOfTheirIdsOverMidnight() throws Exception {
    String data =
        """
        ## participants
        ann|1|0
        bob|1|0
        ## messages
        # t1
        8|ann|23:50||How do I open the vault of the archive?
        11|bob|00:10|>8|You need to ask the archive desk for the green card.
        """;
    Stage[] stages = {Stage.SEGMENTER_AGENT};
    ObjectNode answer = answer(Prompts.prompt(stages, "en", data, ""));
    assertThat(answer.path("units").findValuesAsText("kind"))
        .containsExactly("question", "solution");
  }

  @Test
  void answersKeepToTheLimitsThatAreStated() throws Exception {
    String asked = Prompts.ofMessages(SampleWindows.english(60), "en", ALL);
    ObjectNode answer =
        answer(
            asked.replace("Be brief.", "segmenter_agent: at most 6 units.\ntopic_agent: up to 1."));
    assertThat(answer.at("/segmenter_agent/units")).hasSize(6);
    assertThat(answer.at("/topic_agent/topics")).hasSize(1);
    assertThat(answer.at("/roles_agent/participants")).hasSizeGreaterThan(1);
  }

  @Test
  void anEmptyDigestOfAnEmptyTalkIsGood() throws Exception {
    Stage[] judge = {Stage.EVALUATION_AGENT};
    String talk = "## excerpt\n1|ann|10:00||hi\n2|bob|10:01||hello\n## window\n2|2";
    assertThat(answer(Prompts.prompt(judge, "en", talk, "")).path("quality_score").asDouble())
        .isEqualTo(1);
  }

  @Test
  void whatIsMissingIsSaid() {
    Stage[] write = {Stage.TOPIC_AGENT};
    Stage[] judge = {Stage.EVALUATION_AGENT};
    for (Stage[] stages : List.of(write, judge)) {
      assertThatThrownBy(() -> answer(Prompts.prompt(stages, "en", "## previous\nold", "")))
          .isInstanceOf(PromptException.class)
          .hasMessage("missing_section");
    }
  }

  private ObjectNode answer(String prompt) throws PromptException {
    return model.answer(PromptReader.read(List.of(prompt)));
  }

  private Segments segments(WindowContext window, String language) throws PromptException {
    return segments(accepted(answer(Prompts.ofMessages(window, language, MAP)), window, MAP));
  }

  private static Segments segments(Map<Stage, String> parts) {
    return Json.read(parts.get(Stage.SEGMENTER_AGENT), Segments.class);
  }

  /** The payloads, when the guard accepts every one of them with nothing taken out. */
  private Map<Stage, String> accepted(ObjectNode answer, WindowContext window, Stage... stages) {
    Map<Stage, String> parts = guard.parts(List.of(stages), answer.toString());
    parts.replaceAll(
        (stage, part) -> {
          GuardResult result = guard.check(stage, part, window);
          assertThat(result).as(stage.wireName()).isInstanceOf(GuardResult.Accepted.class);
          GuardResult.Accepted accepted = (GuardResult.Accepted) result;
          assertThat(accepted.removed()).as(stage.wireName()).isEmpty();
          return accepted.canonicalJson();
        });
    return parts;
  }
}
