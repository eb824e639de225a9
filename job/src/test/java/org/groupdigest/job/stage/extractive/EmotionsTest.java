package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.EmotionProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmotionsTest {

  private final EmotionScorer scorer = new EmotionScorer(EmotionLexicon.of(LanguagePack.COMPLETE));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What a wonderful evening, thank you all | positive",
        "This is terrible and it hurts | negative",
        "The train leaves at nine from platform two | neutral",
        "Wait, what? I wonder how that happened? | ambiguous",
        "Какой прекрасный вечер, спасибо вам | positive",
        "Это ужасно и отвратительно | negative",
        "Поезд отходит в девять со второго пути | neutral",
        "😂😂 | positive",
        "😡 | negative"
      })
  void theFeelingOfAMessageIsReadOffItsWordsAndSigns(String text, String label) {
    assertThat(scorer.score(text).label()).isEqualTo(label);
  }

  @Test
  void aNegatedGoodWordIsNotGood() {
    assertThat(scorer.score("this is not good at all").label()).isEqualTo("negative");
    assertThat(scorer.score("здесь не хорошо").label()).isNotEqualTo("positive");
  }

  @Test
  void shoutingIsEmphasis() {
    assertThat(scorer.score("OPEN THE WINDOW NOW!!!").emphasis()).isEqualTo(1);
    assertThat(scorer.score("open the window now").emphasis()).isZero();
  }

  @Test
  void aQuarrelShowsAsConflict() {
    EmotionProfile quarrel =
        Stages.of(
                Chat.in("en")
                    .say("ann", "This is your fault, stop blaming the others!")
                    .say("bob", "Nonsense, you are wrong and you know it")
                    .say("ann", "What a ridiculous excuse, shut up!")
                    .say("bob", "You are a liar and a troll")
                    .window())
            .emotions();
    assertThat(quarrel.tone()).isEqualTo("negative");
    assertThat(quarrel.conflict()).isGreaterThan(0.5);
    assertThat(quarrel.notes()).contains("There was quarrel.");
  }

  @Test
  void helpShowsAsCollaboration() {
    EmotionProfile help = Stages.of(SampleChats.quietDay()).emotions();
    assertThat(help.collaboration()).isGreaterThan(help.conflict());
    assertThat(help.tone()).isEqualTo("positive");
  }

  @Test
  void anOutageShowsAsStress() {
    EmotionProfile stress =
        Stages.of(
                Chat.in("ru")
                    .say("ира", "Срочно! Прод лежит, опять упал платёжный сервис")
                    .say("лев", "Горит дедлайн, а ничего не работает 😱")
                    .say("ира", "Инцидент критичный, не успеваем до вечера")
                    .window())
            .emotions();
    assertThat(stress.stress()).isGreaterThan(0.5);
    assertThat(stress.notes()).contains("Чувствуется напряжение.");
  }

  @Test
  void oneLoudMessageIsNoStorm() {
    Chat chat = Chat.in("en").say("ann", "Outage! Everything is down and broken!");
    for (int i = 0; i < 30; i++) {
      chat.say("bob" + i, "The lecture number " + i + " is in the small hall");
    }
    assertThat(Stages.of(chat.window()).emotions().stress()).isLessThan(0.3);
  }

  @Test
  void nothingSaidIsNothingFelt() {
    assertThat(Stages.of(SampleChats.empty()).emotions())
        .isEqualTo(new EmotionProfile("neutral", 0, 0, 0, 0, 0, List.of()));
  }

  @Test
  void measuresAreShares() {
    for (var window : ExtractiveEngineTest.windows()) {
      EmotionProfile one = Stages.of(window).emotions();
      assertThat(
              List.of(
                  one.intensity(),
                  one.conflict(),
                  one.collaboration(),
                  one.stress(),
                  one.enthusiasm()))
          .allMatch(value -> value >= 0 && value <= 1);
      assertThat(one.tone()).isIn("positive", "neutral", "negative");
    }
  }
}
