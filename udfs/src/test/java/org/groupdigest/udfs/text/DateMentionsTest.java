package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateMentionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "до 12 ноября",
        "12.11",
        "12.11.2026",
        "2026-11-12",
        "by Nov 12",
        "12th November",
        "11/12"
      })
  void oneDayIsReadInEverySpelling(String text) {
    assertThat(DateMentions.in(text)).contains(MonthDay.of(11, 12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"маршрут 12", "market 12", "version 1.2.3", "200.5", "13.13", "30 фев"})
  void whatLooksLikeADateButIsNoneIsLeftAlone(String text) {
    assertThat(DateMentions.in(text)).isEmpty();
  }

  @Test
  void onlyMonthsInWordsAreCertainDates() {
    assertThat(DateMentions.inWords("релиз 2.3 к 5 мая")).containsExactly(MonthDay.of(5, 5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"сделаю завтра", "в среду", "by Friday", "до пт"})
  void relativeDaysAreNoticed(String text) {
    assertThat(DateMentions.hasRelativeDay(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"средний чек", "satisfied", "монтаж"})
  void wordsThatStartLikeAWeekdayAreNotDays(String text) {
    assertThat(DateMentions.hasRelativeDay(text)).isFalse();
  }
}
