package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

class DataFitterTest {

  private static final String LONG = "длинный рассказ о вчерашней аварии на стенде ".repeat(40);

  private final DataFitter fitter = new DataFitter(PromptFixture.COUNTER);

  @Test
  void dataThatFitsIsWhole() {
    DataFitter.Fitted fitted = fit(chat(10, "коротко"), 5_000);

    assertThat(messages(fitted)).hasSize(11);
    assertThat(fitted.truncated()).isFalse();
  }

  @Test
  void aFewLongMessagesAreShownByTheirBeginningAndThatIsTheRule() {
    WindowFixture chat = chat(60, "обычное сообщение обычной длины, каких в чате большинство");
    DataFitter.Fitted fitted = fit(chat.message("99", "ann", LONG.substring(0, 900)), 50_000);

    String last = messages(fitted).get(61);
    assertThat(last).startsWith("99|ann|").endsWith("…");
    assertThat(PromptFixture.COUNTER.count(last)).isBetween(150, 180);
    assertThat(fitted.truncated()).isFalse();
  }

  @Test
  void longMessagesAreShortenedBeforeAnyIsLeftOut() {
    DataFitter.Fitted fitted = fit(chat(10, LONG), 1_000);

    assertThat(messages(fitted)).hasSize(11);
    assertThat(tokens(fitted)).isLessThanOrEqualTo(1_000);
    assertThat(fitted.truncated()).isTrue();
  }

  @Test
  void thenTheWorstRankedAreLeftOut() {
    WindowFixture chat = chat(10, LONG).ranked("7", 0.9).ranked("3", 0.8);

    DataFitter.Fitted fitted = fit(chat, 120);

    assertThat(messages(fitted).stream().map(line -> line.split("\\|")[0]))
        .containsExactly("# -", "3", "7");
    assertThat(tokens(fitted)).isLessThanOrEqualTo(120);
    assertThat(fitted.truncated()).isTrue();
  }

  @Test
  void ofThoseWithoutARankTheOldestGoFirst() {
    DataFitter.Fitted fitted = fit(chat(10, LONG), 120);

    assertThat(messages(fitted).stream().map(line -> line.split("\\|")[0]))
        .containsExactly("# -", "9", "10");
  }

  @Test
  void aThreadWithoutMessagesLeavesNoTrace() {
    WindowFixture chat = chat(10, LONG).thread("t1", "1", "2").thread("t2", "10").ranked("10", 0.9);

    assertThat(messages(fit(chat, 70))).element(0).isEqualTo("# t2");
  }

  @Test
  void noRoomForASingleMessageIsNoPrompt() {
    assertThat(fitter.fit(sections(chat(3, LONG).build()), 20)).isEmpty();
  }

  @Test
  void aSmallContextIsNeverOverrunAndTheDigestSaysWhatItCost() {
    WindowContext window = OrdinaryChat.window(400, "ru");
    PromptBuilder small = PromptFixture.builder(16_000);

    Prompt prompt =
        small
            .build(PromptFixture.request(List.of(Stage.SEGMENTER_AGENT), window, Map.of()))
            .orElseThrow();

    assertThat(prompt.promptTokens() + prompt.maxAnswerTokens()).isLessThan(16_000);
    assertThat(prompt.notes()).containsExactly(Prompt.TRUNCATED_INPUT);
    assertThat(PromptFixture.task(prompt)).contains("\n1|").doesNotContain("\n151|");
  }

  @Test
  void theAnswerNeverTakesMoreThanHalfOfTheContext() {
    Prompt prompt =
        PromptFixture.builder(6_000)
            .build(
                PromptFixture.request(PromptFixture.MICRO, OrdinaryChat.window(15, "ru"), Map.of()))
            .orElseThrow();

    assertThat(prompt.maxAnswerTokens()).isEqualTo(3_000);
    assertThat(prompt.promptTokens()).isLessThan(3_000);
  }

  @Test
  void aContextWithoutRoomGivesNoPrompt() {
    WindowContext window = OrdinaryChat.window(50, "ru");

    assertThat(
            PromptFixture.builder(800)
                .build(PromptFixture.request(PromptFixture.MAP, window, Map.of())))
        .isEmpty();
  }

  @Test
  void ofUnitsThoseThatTheFinderIsLeastSureOfGoFirst() {
    Answers answers = new Answers(Requests.WINDOW);
    FindingSections findings =
        new FindingSections(new WindowMessages(Requests.WINDOW), PromptFixture.COUNTER);

    DataFitter.Fitted fitted =
        fitter.fit(List.of(findings.units(answers.segments())), 120).orElseThrow();

    assertThat(fitted.truncated()).isTrue();
    assertThat(fitted.block().content().lines().skip(1).map(line -> line.split("\\|")[0]))
        .startsWith("problem", "solution")
        .hasSizeLessThan(answers.segments().units().size());
  }

  private DataFitter.Fitted fit(WindowFixture chat, int tokens) {
    return fitter.fit(sections(chat.build()), tokens).orElseThrow();
  }

  private static List<DataSection> sections(WindowContext window) {
    MessageLines format = new MessageLines(new WindowMessages(window), PromptFixture.COUNTER);
    return List.of(new MessageSection(window, format, Integer.MAX_VALUE));
  }

  private static WindowFixture chat(int size, String text) {
    WindowFixture chat = new WindowFixture();
    IntStream.rangeClosed(1, size).forEach(id -> chat.message("" + id, "ann", text));
    return chat;
  }

  private static List<String> messages(DataFitter.Fitted fitted) {
    return fitted.block().content().lines().skip(1).toList();
  }

  private static int tokens(DataFitter.Fitted fitted) {
    return PromptFixture.COUNTER.count(fitted.block().content());
  }
}
