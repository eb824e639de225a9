package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExtractiveEngineTest {

  @Test
  void itKnowsTheHeadlineOfAQuietDayAsItsOwnWording() {
    assertThat(ExtractiveEngine.isOwnWording("A quiet day: one question, answered.")).isTrue();
    assertThat(ExtractiveEngine.isOwnWording("Спокойный день: один вопрос, ответ есть.")).isTrue();
    assertThat(ExtractiveEngine.isOwnWording("A quiet day: everybody paid Zed.")).isFalse();
  }

  static List<WindowContext> windows() {
    return List.of(
        SampleChats.englishTeam(),
        SampleChats.russianTeam(),
        SampleChats.quietDay(),
        SampleChats.greetings(),
        SampleChats.empty(),
        SampleChats.russianFeed());
  }

  private static StageAnswer answer(Stage stage, WindowContext window) {
    return new ExtractiveEngine(Runnable::run)
        .answer(StageRequest.of(List.of(stage), window, "en", Map.of()))
        .toCompletableFuture()
        .join();
  }

  @ParameterizedTest
  @MethodSource("windows")
  void everyReferenceResolvesInTheWindow(WindowContext window) {
    Stages stages = Stages.of(window);
    List<String> messages = window.messages().stream().map(Message::messageId).toList();
    assertThat(messages)
        .containsAll(stages.values("message_ids", "summary_message_ids", "decision_message_ids"));
    assertThat(window.threads().stream().map(MessageThread::threadId).toList())
        .containsAll(stages.values("thread_ids"));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void onlyParticipantsAreNamedAsActors(WindowContext window) {
    List<String> authors = window.messages().stream().map(Message::author).toList();
    assertThat(authors).containsAll(Stages.of(window).values("owner", "owners", "username"));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void theSameWindowGivesTheSameBytes(WindowContext window) {
    Stages first = Stages.of(window);
    Stages second = Stages.of(Json.read(Json.write(window), WindowContext.class));
    for (Stage stage : Stages.ORDER) {
      assertThat(second.json(stage)).isEqualTo(first.json(stage));
    }
  }

  @ParameterizedTest
  @MethodSource("windows")
  void anHonestDigestPassesItsOwnJudge(WindowContext window) {
    assertThat(Stages.of(window).evaluation().weakest()).isGreaterThanOrEqualTo(0.7);
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"INGEST_VALIDATOR", "THREAD_BUILDER", "DELIVERY_MANAGER"})
  void stagesWithoutAModelAreNotAnswered(Stage stage) {
    assertThat(answer(stage, SampleChats.quietDay()))
        .isEqualTo(StageAnswer.Failed.of("unsupported_stage", stage.wireName()));
  }

  @Test
  void anAnswerSaysThatNoModelWroteIt() {
    StageAnswer.Text text = (StageAnswer.Text) answer(Stage.TOPIC_AGENT, SampleChats.quietDay());
    assertThat(text.modelId()).isEqualTo("extractive-1");
    assertThat(text.promptId()).isNull();
    assertThat(text.calls()).as("cost").isEmpty();
  }

  @Test
  void theCallingThreadOnlyHandsOverTheWork() {
    Queue<Runnable> work = new ArrayDeque<>();
    CompletableFuture<StageAnswer> answer =
        new ExtractiveEngine(work::add)
            .answer(
                StageRequest.of(
                    List.of(Stage.EMOTION_AGENT), SampleChats.quietDay(), "en", Map.of()))
            .toCompletableFuture();
    assertThat(answer).isNotDone();
    work.remove().run();
    assertThat(answer).isCompletedWithValueMatching(StageAnswer.Text.class::isInstance);
  }

  @Test
  void judgingNothingFailsInsteadOfPassing() {
    assertThat(answer(Stage.EVALUATION_AGENT, SampleChats.quietDay()))
        .isEqualTo(StageAnswer.Failed.of("nothing_to_judge", "no synthesis"));
  }

  @Test
  void synthesisWorksWithoutEarlierStages() {
    StageAnswer.Text text =
        (StageAnswer.Text) answer(Stage.SYNTHESIS_AGENT, SampleChats.quietDay());
    assertThat(text.text()).contains("upload limit");
  }

  @Test
  void faultsAreToldWithoutChatText() {
    WindowContext broken =
        new WindowContext(
            null, null, null, "en", null, null, null, null, null, null, null, null, null, null,
            null);
    assertThat(answer(Stage.TOPIC_AGENT, broken))
        .isEqualTo(StageAnswer.Failed.of("engine_error", "NullPointerException"));
  }

  @Test
  void aMessageThatGivesOrdersChangesNothingButItsOwnContent() {
    WindowContext with = SampleChats.englishTeam();
    Stages stages = Stages.of(with);
    assertThat(stages.synthesis().decisions())
        .extracting(Claim::text)
        .noneMatch(text -> text.contains("gnore"));
    assertThat(stages.synthesis().actions())
        .noneMatch(action -> action.action().contains("password"));
    assertThat(stages.synthesis().headline().text()).contains("freeze release 2.3");
  }

  @Test
  void placeholdersOfMaskedDataPassThrough() {
    WindowContext window =
        Chat.in("en")
            .say("ann", "Where should customers call while the shop is closed?")
            .reply(
                "m1",
                "bob",
                "Customers should call the service desk at [phone:7f3a] while the shop is closed.")
            .window();
    assertThat(Stages.of(window).json(Stage.SYNTHESIS_AGENT)).contains("[phone:7f3a]");
  }

  @Test
  void otherLanguagesAreReadWithoutWords() {
    WindowContext window =
        Chat.in("de")
            .say("anna", "Wann wird die neue Brücke über den Fluss endlich eröffnet?")
            .reply(
                "m1",
                "bernd",
                "Die neue Brücke über den Fluss wird am Samstag um zehn Uhr eröffnet.")
            .reply(
                "m2",
                "clara",
                "Zur Eröffnung der Brücke kommt auch der Bürgermeister mit seiner Kapelle.")
            .window();
    Stages stages = Stages.of(window);
    assertThat(stages.synthesis().keyPoints()).isNotEmpty();
    assertThat(stages.topics().topics()).hasSize(1);
    assertThat(stages.roles().participants()).allMatch(one -> one.comment().isEmpty());
  }

  @Test
  void theDigestSpeaksTheLanguageAskedFor() {
    assertThat(Stages.of(SampleChats.quietDay(), "ru").synthesis().headline().text())
        .isEqualTo("Спокойный день: один вопрос, ответ есть.");
  }
}
