package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.stage.extractive.ConversationSummarizer.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptCleanerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Um we , uh , keep the the the plan . | we, keep the plan.",
        "I I think it 's fine | I think it's fine",
        "Эм, мост мост открыт | мост открыт",
        "<note> The bridge &gt; is open </note> | The bridge is open",
        "Name: \"Ann Lee\" Email: \"ann@example.org\" The bridge is open | The bridge is open",
        "The uhlan had had enough | The uhlan had enough"
      })
  void noiseIsTakenOut(String text, String clean) {
    assertThat(TranscriptCleaner.clean(text)).isEqualTo(clean);
  }

  @Test
  void wordsThatOnlyLookLikeNoiseStay() {
    assertThat(TranscriptCleaner.clean("Rhythm and hummus, erudite umbrellas"))
        .isEqualTo("Rhythm and hummus, erudite umbrellas");
    assertThat(TranscriptCleaner.clean("Meet me at: the bridge"))
        .isEqualTo("Meet me at: the bridge");
  }

  @Test
  void nothingIsLeftOfNothing() {
    assertThat(TranscriptCleaner.clean("")).isEmpty();
    assertThat(TranscriptCleaner.clean("um , uh")).isEmpty();
  }

  @Test
  void aSentenceBrokenOverTurnsIsReadAsOne() {
    List<Turn> mail =
        List.of(
            new Turn("ann", "The pillars of the old bridge were damaged"),
            new Turn("ann", "by the ice of the last winter."),
            new Turn("ann", "Regards, Ann"));
    ConversationSummarizer.Summary summary =
        new ConversationSummarizer("en").summarize(mail, SummaryLength.ofSentences(1));
    assertThat(summary.text())
        .isEqualTo("The pillars of the old bridge were damaged by the ice of the last winter.");
    assertThat(summary.turns()).containsExactly(0, 1);
  }

  @Test
  void anotherSpeakerDoesNotFinishASentence() {
    List<Turn> talk =
        List.of(
            new Turn("ann", "The pillars of the old bridge were damaged"),
            new Turn("bo", "by the way the canteen is closed this winter"));
    assertThat(new ConversationSummarizer("en").summarize(talk, SummaryLength.ofWords(60)).text())
        .isEqualTo(
            "ann: The pillars of the old bridge were damaged bo: by the way the canteen is closed this winter");
  }
}
