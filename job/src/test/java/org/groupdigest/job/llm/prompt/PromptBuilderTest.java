package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.llm.prompt.PromptFixture.sections;
import static org.groupdigest.job.llm.prompt.PromptFixture.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groupdigest.connectors.llm.ChatMessage.Role;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PromptBuilderTest {

  private static final WindowContext WINDOW =
      new WindowFixture()
          .message("1", "Ann Lee", "Стенд упал\nсмотрю")
          .message("2", "bob", "а у нас обед")
          .reply("3", "bob", "починил", "1")
          .thread("t1", "1", "3")
          .build();

  @Test
  void aFirstPromptIsRulesThenTaskThenFencedData() {
    Prompt prompt = PromptFixture.build(map(WINDOW));

    String data =
        """
        ## participants
        Ann Lee|1|0
        bob|1|0
        ## messages
        # t1
        1|Ann Lee|12:00||Стенд упал / смотрю
        3|bob|12:02|>1|починил
        # -
        2|bob|12:01||а у нас обед""";
    String word = Checksums.sha256(data).substring(0, 8);
    assertThat(PromptFixture.roles(prompt)).containsExactly(Role.SYSTEM, Role.USER);
    assertThat(task(prompt))
        .startsWith("STAGES: segmenter_agent, emotion_agent, roles_agent\nLANGUAGE: ru\n")
        .endsWith("\n<<<DATA " + word + "\n" + data + "\nDATA " + word + ">>>");
    assertThat(prompt.promptId()).isEqualTo("map/ru");
    assertThat(prompt.notes()).isEmpty();
  }

  @Test
  void theSameRequestGivesTheSamePrompt() {
    assertThat(PromptFixture.build(map(OrdinaryChat.window(50, "ru"))))
        .isEqualTo(PromptFixture.build(map(OrdinaryChat.window(50, "ru"))));
  }

  static Stream<Arguments> dataByStages() {
    return Stream.of(
        Arguments.of(PromptFixture.MAP, List.of("participants", "messages")),
        Arguments.of(List.of(Stage.SEGMENTER_AGENT), List.of("participants", "messages")),
        Arguments.of(List.of(Stage.EMOTION_AGENT), List.of("participants", "messages")),
        Arguments.of(PromptFixture.MICRO, List.of("participants", "messages", "previous")),
        Arguments.of(List.of(Stage.ROLES_AGENT), List.of("participants", "units")),
        Arguments.of(
            List.of(Stage.TOPIC_AGENT),
            List.of("participants", "units", "emotions", "roles", "previous")),
        Arguments.of(
            PromptFixture.DIGEST,
            List.of("participants", "units", "emotions", "roles", "previous")),
        Arguments.of(
            List.of(Stage.SYNTHESIS_AGENT),
            List.of("participants", "units", "emotions", "roles", "topics", "previous")),
        Arguments.of(PromptFixture.JUDGE, List.of("window", "digest", "excerpt")));
  }

  @ParameterizedTest
  @MethodSource("dataByStages")
  void everyCallSeesTheDataItNeedsAndNoMore(List<Stage> stages, List<String> expected) {
    Prompt prompt = PromptFixture.build(Requests.with(stages, Requests.PREVIOUS));

    assertThat(sections(prompt).keySet()).containsExactlyElementsOf(expected);
    assertThat(task(prompt)).contains(expected.stream().map(name -> "\n" + name + ": ").toList());
  }

  @Test
  void messagesStandInForUnitsThatNobodyFoundYet() {
    Prompt prompt =
        PromptFixture.build(
            PromptFixture.request(
                List.of(Stage.TOPIC_AGENT), OrdinaryChat.window(20, "ru"), Map.of()));

    assertThat(sections(prompt)).containsOnlyKeys("participants", "messages");
  }

  @ParameterizedTest
  @MethodSource("dataByStages")
  void everyCallSaysHowItsAnswerIsFormed(List<Stage> stages) {
    Prompt prompt = PromptFixture.build(Requests.with(stages, null));

    for (Stage stage : stages) {
      assertThat(task(prompt)).contains("\n" + stage.wireName() + ": ");
      boolean wrapped = task(prompt).contains("\"" + stage.wireName() + "\":{…}");
      assertThat(wrapped).isEqualTo(stages.size() > 1);
    }
    assertThat(prompt.schema().json()).contains("\"required\"");
    assertThat(prompt.messages().get(0).content()).contains("русский").doesNotContain("${");
    assertThat(task(prompt)).doesNotContain("${");
  }

  @Test
  void theWordsFollowTheLanguageOfTheDigest() {
    WindowContext window = OrdinaryChat.window(20, "en");
    Prompt english =
        PromptFixture.build(StageRequest.of(PromptFixture.MAP, window, "en", Map.of()));
    Prompt german = PromptFixture.build(StageRequest.of(PromptFixture.MAP, window, "de", Map.of()));

    assertThat(english.promptId()).isEqualTo("map/en");
    assertThat(german.promptId()).isEqualTo("map/en");
    assertThat(german.messages().get(0).content()).contains("German");
    assertThat(task(german)).contains("LANGUAGE: de");
    assertThat(german.inputChecksum()).isNotEqualTo(english.inputChecksum());
    assertThat(german.promptVersion()).isEqualTo(english.promptVersion());
  }

  @Test
  void thePreviousDigestDoesNotMakeItAnotherInput() {
    Prompt without = PromptFixture.build(Requests.with(PromptFixture.DIGEST, null));
    Prompt with = PromptFixture.build(Requests.with(PromptFixture.DIGEST, Requests.PREVIOUS));

    assertThat(task(with)).contains("## previous\nМиграция биллинга");
    assertThat(task(without)).doesNotContain("previous");
    assertThat(with.inputChecksum()).isEqualTo(without.inputChecksum());
    assertThat(with.promptVersion()).isEqualTo(without.promptVersion());
  }

  @Test
  void anythingElseMakesItAnotherInput() {
    StageRequest plain = map(WINDOW);
    WindowContext edited =
        new WindowFixture()
            .message("1", "Ann Lee", "Стенд упал\nсмотрю!")
            .message("2", "bob", "а у нас обед")
            .reply("3", "bob", "починил", "1")
            .thread("t1", "1", "3")
            .build();

    assertThat(
            Stream.of(
                    plain,
                    map(edited),
                    plain.forStages(List.of(Stage.SEGMENTER_AGENT)),
                    plain.again(PromptFixture.MAP, List.of("$: wrong"), "{}", 1),
                    plain.again(PromptFixture.MAP, List.of("$: bad"), "{}", 1))
                .map(request -> PromptFixture.build(request).inputChecksum()))
        .doesNotHaveDuplicates()
        .allMatch(checksum -> checksum.matches("[0-9a-f]{64}"));
  }

  @Test
  void tokensAreCountedOverTheWholeConversation() {
    Prompt prompt = PromptFixture.build(map(WINDOW));

    int contents =
        prompt.messages().stream()
            .mapToInt(message -> PromptFixture.COUNTER.count(message.content()))
            .sum();
    assertThat(prompt.promptTokens()).isBetween(contents, contents + 30);
  }

  @Test
  void aPromptNeverPrintsWhatItSays() {
    assertThat(PromptFixture.build(map(WINDOW)).toString()).doesNotContain("Стенд", "Ann");
  }

  private static StageRequest map(WindowContext window) {
    return PromptFixture.request(PromptFixture.MAP, window, Map.of());
  }
}
