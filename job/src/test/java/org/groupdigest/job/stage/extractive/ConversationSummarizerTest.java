package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.stage.extractive.ConversationSummarizer.Summary;
import org.groupdigest.job.stage.extractive.ConversationSummarizer.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationSummarizerTest {

  private final ConversationSummarizer summarizer = new ConversationSummarizer("en");

  private static final List<Turn> MEETING =
      List.of(
          new Turn("Chair", "Good. Let us begin."),
          new Turn(
              "Ann",
              "The remote control needs fewer buttons, because users only press the volume and channel buttons."),
          new Turn("Bo", "Um. Yeah."),
          new Turn(
              "Bo",
              "I agree that fewer buttons make the remote control cheaper to build. The battery is another matter."),
          new Turn(
              "Ann",
              "A remote control without number buttons was tested with twelve users last month."),
          new Turn("Chair", "We keep the volume and channel buttons on the remote control then."));

  @Test
  void theSummaryIsMadeOfWholeSentencesInOrder() {
    Summary summary = summarizer.summarize(MEETING, SummaryLength.ofSentences(2));
    assertThat(summary.turns()).isSorted().hasSize(2).doesNotContain(0, 2);
    for (int turn : summary.turns()) {
      assertThat(MEETING.get(turn).text().split("(?<=\\.) "))
          .anyMatch(one -> summary.text().contains(one));
    }
  }

  @Test
  void speakersAreNamedOnceARun() {
    Summary summary = summarizer.summarize(MEETING, SummaryLength.ofWords(200));
    assertThat(summary.text()).contains("Ann: The remote control").contains("Bo: I agree");
    assertThat(summary.text().split("Bo: ", -1)).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aLoneSpeakerIsNotNamed() {
    List<Turn> letter =
        List.of(
            new Turn(
                "writer",
                "The old bridge must be closed this winter. Its pillars are damaged by ice."));
    assertThat(summarizer.summarize(letter, SummaryLength.ofWords(50)).text())
        .startsWith("The old bridge");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 20, 40})
  void theWordLimitHolds(int words) {
    String text = summarizer.summarize(MEETING, SummaryLength.ofWords(words)).text();
    String spoken = text.replaceAll("(Chair|Ann|Bo): ", "");
    assertThat(spoken.isEmpty() ? 0 : spoken.split("\\s+").length).isLessThanOrEqualTo(words);
  }

  @Test
  void theLengthGrowsWithTheConversationAndStops() {
    assertThat(SummaryLength.fitting(10).words()).isEqualTo(40);
    assertThat(SummaryLength.fitting(600).words()).isBetween(80, 110);
    assertThat(SummaryLength.fitting(1_000_000).words()).isEqualTo(180);
  }

  @Test
  void nothingGivesAnEmptySummary() {
    assertThat(summarizer.summarize(List.of(), SummaryLength.ofWords(50)))
        .isEqualTo(new Summary("", List.of()));
    assertThat(summarizer.summarize(List.of(new Turn("a", "")), SummaryLength.ofWords(50)).turns())
        .isEmpty();
  }

  @Test
  void theSameConversationGivesTheSameSummary() {
    assertThat(summarizer.summarize(MEETING, SummaryLength.ofWords(60)))
        .isEqualTo(new ConversationSummarizer("en").summarize(MEETING, SummaryLength.ofWords(60)));
  }

  @Test
  void russianConversationsAreSummarisedToo() {
    List<Turn> turns =
        List.of(
            new Turn("Ира", "Ну, привет всем."),
            new Turn("Лев", "Старый мост через реку закрывают на ремонт до конца весны."),
            new Turn("Ира", "Автобусы до конца весны поедут в объезд закрытого моста."));
    assertThat(summarizer.summarize(turns, SummaryLength.ofSentences(1)).text()).contains("мост");
  }
}
