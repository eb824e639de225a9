package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.udfs.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueWordsTest {

  private final CueWords words = CueWords.bundled();

  @ParameterizedTest
  @CsvSource({
    "how does the stove work, QUESTION",
    "the stove works?, QUESTION",
    "подскажите дорогу, QUESTION",
    "谁有空？, QUESTION",
    "من يستطيع؟, QUESTION",
    "hello everybody, GREETING",
    "всем привет, GREETING",
    "that did it thanks, THANKS",
    "всё работает спасибо, THANKS",
    "yes it does, ANSWER",
    "да так и есть, ANSWER",
    "but the lamp is off, CONTINUATION",
    "я не понял помогите, HELP",
    "see https://example.org/map, URL",
    "!weather, COMMAND",
    "/start, COMMAND",
    "well that was fun :), LAUGH"
  })
  void wordingGivesTheCue(String text, Cue cue) {
    assertThat(cues(text) & cue.bit()).isNotZero();
  }

  @Test
  void questionWordDeepInsideATextIsNoQuestion() {
    assertThat(cues("we met there when it rained") & Cue.QUESTION.bit()).isZero();
  }

  @Test
  void actionIsNoCommand() {
    assertThat(cues("/me waves") & Cue.COMMAND.bit()).isZero();
  }

  @Test
  void plainTextHasNoCue() {
    assertThat(cues("river boats float")).isZero();
  }

  @Test
  void stopWordsAreKnownInBothLanguages() {
    assertThat(words.isStopWord("the")).isTrue();
    assertThat(words.isStopWord("это")).isTrue();
    assertThat(words.isStopWord("boat")).isFalse();
  }

  private int cues(String text) {
    return words.cuesOf(text, Tokens.of(text));
  }
}
