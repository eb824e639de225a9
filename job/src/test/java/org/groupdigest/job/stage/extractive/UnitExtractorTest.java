package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.Segments.Unit;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitExtractorTest {

  private static List<Unit> units(WindowContext window) {
    return Stages.of(window).segments().units();
  }

  @Test
  void aBusyEnglishDayHasItsKinds() {
    assertThat(units(SampleChats.englishTeam()))
        .extracting(Unit::kind)
        .contains("problem", "solution", "decision", "question", "humor");
  }

  @Test
  void aBusyRussianDayHasItsKinds() {
    assertThat(units(SampleChats.russianTeam()))
        .extracting(Unit::kind)
        .contains("problem", "solution", "decision", "question");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | risk | We might miss the deadline, the certificate expires on Sunday",
        "en | celebration | Congratulations to the whole team on the great launch",
        "en | meta | Off-topic posts belong to the other group, please move them",
        "ru | risk | Есть риск, что не успеем к дедлайну из-за отпусков",
        "ru | celebration | Поздравляю всю команду с отличным запуском проекта",
        "ru | problem | Сервис авторизации упал и второй час недоступен снаружи"
      })
  void cueWordsDecideTheKind(String language, String kind, String text) {
    assertThat(units(Chat.in(language).say("ann", text).window()))
        .extracting(Unit::kind)
        .containsExactly(kind);
  }

  @Test
  void unitsComeInTheOrderOfTheConversationWithTheirOwnIds() {
    List<Unit> units = units(SampleChats.englishTeam());
    assertThat(units).extracting(Unit::unitId).doesNotHaveDuplicates();
    assertThat(
            units.stream()
                .map(unit -> Integer.valueOf(unit.messageIds().get(0).substring(1)))
                .toList())
        .isSorted();
  }

  @Test
  void confidenceIsAShare() {
    assertThat(units(SampleChats.englishTeam()))
        .allMatch(unit -> unit.confidence() > 0 && unit.confidence() < 1);
  }

  @Test
  void greetingsAreNoUnits() {
    assertThat(units(SampleChats.greetings())).isEmpty();
  }
}
