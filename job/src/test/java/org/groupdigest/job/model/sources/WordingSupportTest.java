package org.groupdigest.job.model.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.sources.WordingSupport.Need;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingSupportTest {

  private final WindowMessages window =
      new WindowMessages(
          new WindowFixture()
              .message("1", "anna", "Очередь платежей переполняется по ночам")
              .reply("2", "gleb", "давайте так и сделаем", "1")
              .message("3", "oleg", "Lunch is at the corner place")
              .message("4", "oleg", "The cache does not survive a restart. It is slow.")
              .message("5", "Мария Лебедева", "ночью всё тихо")
              .message("6", "wei", "队列在晚上溢出")
              .message("7", "anna", "кто дежурит?")
              .thread("t", "5", "7")
              .build());
  private final WordingSupport wording = new WordingSupport(window);

  @Test
  void endingsAndOrderDoNotMatter() {
    assertThat(carries("переполнение очереди с платежами", "1", Need.DECISION)).isTrue();
  }

  @Test
  void aDecisionHasToBeCloserThanAStatement() {
    String fifth = "очередь перенесут выходные офисе столовая";
    assertThat(carries(fifth, "1", Need.STATEMENT)).isTrue();
    assertThat(carries(fifth, "1", Need.DECISION)).isFalse();
  }

  @Test
  void wordsWithoutContentCarryNothing() {
    assertThat(carries("The board is at the lake", "3", Need.STATEMENT)).isFalse();
  }

  @Test
  void aTitleNeedsOneWordOfItsMessages() {
    assertThat(carries("Странности работы ночной очереди", "1", Need.TITLE)).isTrue();
    assertThat(carries("Отпуска", "1", Need.TITLE)).isFalse();
  }

  @Test
  void whatStandsRightBesideASourceCountsAndWhatIsFurtherAwayDoesNot() {
    String queue = "очередь платежей переполняется";
    assertThat(carries(queue, "2", Need.DECISION)).isTrue();
    assertThat(carries("ночью тихо", "7", Need.DECISION)).isTrue();
    assertThat(carries(queue, "3", Need.DECISION)).isTrue();
    assertThat(carries(queue, "7", Need.DECISION)).isFalse();
  }

  @Test
  void namesOfPeopleCarryNothingAndNeedNothing() {
    assertThat(carries("Мария Лебедева и Глеб празднуют повышение", "5", Need.STATEMENT)).isFalse();
    assertThat(carries("Марии Лебедевой ночью тихо", "5", Need.DECISION)).isTrue();
  }

  @Test
  void aSingleWordIsNotMeasured() {
    assertThat(carries("отвечает", "1", Need.DECISION)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"The queue overflows at night,1", "昨天一切正常。大家都休息,6", "сбой очереди ночью,6"})
  void whatCannotBeComparedIsNotRefused(String claim, String source) {
    assertThat(carries(claim, source, Need.DECISION)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The cache does survive a restart",
        "cache survives a restart",
        "Not slow at all. The cache survives a restart."
      })
  void theOppositeOfASentenceIsNoticed(String claim) {
    assertThat(wording.isReversed(claim, window.findAll(List.of("4")))).isTrue();
  }

  @Test
  void theSameSentenceOrAnotherOneIsNoOpposite() {
    for (String claim :
        List.of("The cache doesn't survive a restart", "The disk survives", "restart the cache")) {
      assertThat(wording.isReversed(claim, window.findAll(List.of("4")))).as(claim).isFalse();
    }
  }

  private boolean carries(String claim, String source, Need need) {
    return wording.carries(claim, window.findAll(List.of(source)), need);
  }
}
