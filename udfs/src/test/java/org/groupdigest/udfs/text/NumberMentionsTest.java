package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberMentionsTest {

  @Test
  void differentSpellingsOfOneNumberAreTheSameNumber() {
    assertThat(isIn("1000", "стоит 1 000 рублей")).isTrue();
    assertThat(isIn("1,000", "it took 1000 ms")).isTrue();
    assertThat(isIn("2.5", "около 2,5 секунд")).isTrue();
    assertThat(isIn("9:30", "встреча в 09:30")).isTrue();
    assertThat(isIn("17", "переходим на Postgres17")).isTrue();
  }

  @Test
  void anotherNumberIsNotSupported() {
    assertThat(isIn("300", "держим 200 rps")).isFalse();
    assertThat(isIn("2", "релиз 2.3")).isFalse();
    assertThat(isIn("10:45", "встреча в 10:30 на 45 этаже")).isTrue();
    assertThat(isIn("10:45", "встреча в 10:30")).isFalse();
    assertThat(isIn("20", "2000 users")).isFalse();
  }

  @Test
  void numberWordsOfTheSourceSupportFigures() {
    assertThat(isIn("3", "осталось три дня")).isTrue();
    assertThat(isIn("12", "twelve people came")).isTrue();
    assertThat(isIn("4", "осталось три дня")).isFalse();
  }

  @Test
  void percentagesAreToldFromOtherNumbers() {
    assertThat(NumberMentions.percentagesIn("82% of 40, 7,5 % and 3 percent, 2 процента"))
        .containsExactlyInAnyOrder("82", "7.5", "3", "2");
    assertThat(NumberMentions.percentagesIn("82 orders")).isEmpty();
  }

  @Test
  void numbersAreKnownWithWhatTheyCount() {
    assertThat(NumberMentions.countedInWords("Five servers and 3 nodes"))
        .containsExactly(new NumberMentions.Counted("5", "servers"));
    assertThat(NumberMentions.countedIn("пять серверов и 03 узла"))
        .containsExactly(
            new NumberMentions.Counted("5", "серверов"), new NumberMentions.Counted("3", "узла"));
    assertThat(NumberMentions.countedIn("только пять")).isEmpty();
  }

  @Test
  void aRangeIsKnownByItsEnds() {
    assertThat(isIn("10", "займёт 10-15 минут")).isTrue();
    assertThat(isIn("10–15", "от 10 до 15 минут")).isTrue();
  }

  @Test
  void digitsOfOtherScriptsAreRead() {
    assertThat(isIn("25", "٢٥ messages")).isTrue();
    assertThat(NumberMentions.in("٢٥ and 7")).containsExactly("25", "7");
  }

  @Test
  void aLongRunOfDigitsAndSeparatorsIsReadInLinearTime() {
    assertThat(NumberMentions.in("1.".repeat(100_000))).hasSize(1);
    assertThat(NumberMentions.in("111 222 ".repeat(50_000))).isNotEmpty();
  }

  private static boolean isIn(String number, String source) {
    return NumberMentions.isAmong(number, NumberMentions.formsIn(source));
  }
}
