package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekdaysTest {

  @ParameterizedTest
  @CsvSource({
    "by Monday,MONDAY",
    "до понедельника,MONDAY",
    "во вторник,TUESDAY",
    "в среду,WEDNESDAY",
    "до среды,WEDNESDAY",
    "К среде,WEDNESDAY",
    "THURSDAY,THURSDAY",
    "в пятницу,FRIDAY",
    "on Saturdays,SATURDAY",
    "в воскресенье,SUNDAY"
  })
  void aWeekdayIsReadInItsForms(String text, DayOfWeek day) {
    assertThat(Weekdays.in(text)).containsExactly(day);
    assertThat(Weekdays.perhapsIn(text)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"в среде разработки", "he sat down", "Sun hardware", "понедельная оплата"})
  void whatMayBeSomethingElseIsNoCertainWeekday(String text) {
    assertThat(Weekdays.in(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"до пт,FRIDAY", "see you Thu,THURSDAY", "в ср вечером,WEDNESDAY"})
  void shortFormsMayBeWeekdays(String text, DayOfWeek day) {
    assertThat(Weekdays.perhapsIn(text)).containsExactly(day);
    assertThat(Weekdays.in(text)).isEmpty();
  }

  @Test
  void daysAheadAreCounted() {
    assertThat(Weekdays.daysAheadIn("сделаю завтра")).containsExactly(1);
    assertThat(Weekdays.daysAheadIn("послезавтра")).containsExactly(2);
    assertThat(Weekdays.daysAheadIn("the day after tomorrow")).containsExactly(2);
    assertThat(Weekdays.daysAheadIn("tomorrow or the day after tomorrow"))
        .containsExactlyInAnyOrder(1, 2);
    assertThat(Weekdays.daysAheadIn("завтрак в девять")).isEmpty();
  }
}
