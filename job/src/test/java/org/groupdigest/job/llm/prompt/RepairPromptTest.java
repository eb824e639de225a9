package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.prompt.PromptFixture.sections;
import static org.groupdigest.job.llm.prompt.PromptFixture.task;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.llm.ChatMessage.Role;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.api.Test;

class RepairPromptTest {

  private static final String REFUSED =
      "{\"segmenter_agent\":{\"units\":[]},\"emotion_agent\":{\"tone\":\"calm\"},"
          + "\"roles_agent\":{\"participants\":\"none\"}}";

  private static final StageRequest FIRST =
      PromptFixture.request(PromptFixture.MAP, Requests.WINDOW, Map.of());

  @Test
  void aRepairShowsTheDataTheLatestAnswerAndItsErrors() {
    Prompt repair =
        repair(FIRST, PromptFixture.MAP, List.of("emotion_agent $.tone: bad", "$.x: no"), REFUSED);

    assertThat(PromptFixture.roles(repair))
        .containsExactly(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER);
    assertThat(repair.messages().subList(0, 2)).isEqualTo(PromptFixture.build(FIRST).messages());
    assertThat(repair.messages().get(2).content()).isEqualTo(REFUSED);
    assertThat(last(repair))
        .startsWith("STAGES: segmenter_agent, emotion_agent, roles_agent\nLANGUAGE: ru\n")
        .contains("\n- emotion_agent $.tone: bad\n- $.x: no\n")
        .doesNotContain("<<<");
    assertThat(repair.promptId()).isEqualTo("repair-map/ru");
  }

  @Test
  void onlyWhatWasRefusedIsAskedForAndShownAgain() {
    Prompt repair =
        repair(FIRST, List.of(Stage.EMOTION_AGENT, Stage.ROLES_AGENT), List.of("no"), REFUSED);

    assertThat(last(repair)).startsWith("STAGES: emotion_agent, roles_agent\n");
    assertThat(task(repair)).startsWith("STAGES: emotion_agent, roles_agent\n");
    assertThat(repair.messages().get(2).content())
        .isEqualTo(
            "{\"emotion_agent\":{\"tone\":\"calm\"},\"roles_agent\":{\"participants\":\"none\"}}");
  }

  @Test
  void aSingleStageIsShownItsOwnPartAndReadsTheMessages() {
    Prompt repair = repair(FIRST, List.of(Stage.ROLES_AGENT), List.of("no"), REFUSED);

    assertThat(repair.messages().get(2).content()).isEqualTo("{\"participants\":\"none\"}");
    assertThat(sections(repair)).containsOnlyKeys("participants", "messages");
    assertThat(repair.promptId()).isEqualTo("repair-roles_agent/ru");
  }

  @Test
  void anAnswerThatIsNoJsonIsShownAsItCame() {
    Prompt repair = repair(FIRST, PromptFixture.MAP, List.of("no"), "Sorry, I cannot.");

    assertThat(repair.messages().get(2).content()).isEqualTo("Sorry, I cannot.");
  }

  @Test
  void anAnswerThatBrokeOffIsAskedForMoreBriefly() {
    String cut = REFUSED.substring(0, REFUSED.length() - 8);

    assertThat(last(repair(FIRST, PromptFixture.MAP, List.of("no"), cut))).contains("короче");
    assertThat(last(repair(FIRST, PromptFixture.MAP, List.of("no"), REFUSED)))
        .doesNotContain("короче");
  }

  @Test
  void longAnswersAndManyErrorsAreShortened() {
    String endless = "{\"emotion_agent\":{\"notes\":[\"" + "слово ".repeat(20_000) + "\"]}}";
    List<String> errors = Collections.nCopies(500, "$.topics[0].title: " + "x ".repeat(500));

    Prompt repair = repair(FIRST, PromptFixture.MAP, errors, endless);

    int answer = PromptFixture.COUNTER.count(repair.messages().get(2).content());
    assertThat(answer).isLessThanOrEqualTo(RefusedAnswer.MAX_TOKENS + 1);
    assertThat(PromptFixture.COUNTER.count(last(repair))).isLessThan(2_500);
  }

  @Test
  void aRepairOfACorrectionStillShowsWhatTheJudgeSaid() {
    StageRequest correction = Requests.correction(List.of("из артефакта"));
    Prompt repair =
        repair(correction, List.of(Stage.SYNTHESIS_AGENT), List.of("$.headline: no"), "{}");

    assertThat(repair.promptId()).isEqualTo("repair-correction/ru");
    assertThat(sections(repair)).containsKeys("digest", "notes", "topics");
    assertThat(sections(repair).get("notes"))
        .containsExactlyElementsOf(new Answers(Requests.WINDOW).evaluation().notes());
    assertThat(last(repair)).contains("- $.headline: no");
  }

  private static Prompt repair(
      StageRequest first, List<Stage> open, List<String> errors, String refused) {
    return PromptFixture.build(first.again(open, errors, refused, 1));
  }

  private static String last(Prompt prompt) {
    return prompt.messages().get(prompt.messages().size() - 1).content();
  }
}
