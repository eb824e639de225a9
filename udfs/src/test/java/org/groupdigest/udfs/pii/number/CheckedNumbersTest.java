package org.groupdigest.udfs.pii.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.udfs.pii.PiiTexts.assertFound;
import static org.groupdigest.udfs.pii.PiiTexts.assertNothing;
import static org.groupdigest.udfs.pii.PiiTexts.masked;

import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bank accounts and cards in the spellings of people; the numbers are of documentation. */
class CheckedNumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE 89370400440532013000",
        "DE 89 3704 0044 0532 0130 00",
        "DE89.3704.0044.0532.0130.00",
        "de89 3704 0044 0532 0130 00",
        "DE89-3704-0044-0532-0130-00",
        "DE89 370400440532 013000",
        "DE89  3704  0044  0532  0130  00",
        "DE89\u00A03704\u00A00044\u00A00532\u00A00130\u00A000",
        "DE-89-370400440532013000",
        "DE 8 9 3704 0044 0532 0130 00",
        "DE89/3704/0044/0532/0130/00"
      })
  void ibanIsOneNumberHoweverItIsGrouped(String iban) {
    assertFound(PiiKind.IBAN, "überweise an «" + iban + "» bitte");
    assertThat(masked(iban)).isEqualTo(masked("DE89370400440532013000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«GB 82 WEST 1234 5698 7654 32»",
        "«gb82west12345698765432»",
        "«NL 91ABNA0417164300» thanks",
        "«nl91 abna 0417 1643 00»"
      })
  void ibanWithLettersIsFound(String marked) {
    assertFound(PiiKind.IBAN, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DE 88370400440532013000",
        "at 20 people came and 12 went home early",
        "is 26 pages long and no 15 of the list is missing",
        "BY 28 days of work in the garden were done"
      })
  void wrongCheckDigitsAndProseAreNoIban(String text) {
    assertNothing(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111\t1111\t1111\t1111",
        "4111  1111  1111  1111",
        "4111\u00A01111\u00A01111\u00A01111",
        "4111 - 1111 - 1111 - 1111",
        "4111.1111.1111.1111"
      })
  void cardIsFoundWithAnySeparator(String card) {
    assertFound(PiiKind.CARD, "вот «" + card + "» срок 12/27");
    assertThat(masked(card)).isEqualTo(masked("4111111111111111"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my card is «501800000009»",
        "maestro «5018 0000 0009»",
        "номер карты «50 18 00 00 00 09»",
        "карта «41 1111 1111 1111 11»",
        "«411111 1111 111111» is my card",
        "Karte: «4111 1111 11111111»"
      })
  void unusualCardIsFoundWhereACardIsSpokenOf(String marked) {
    assertFound(PiiKind.CARD, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "123456789015 rows",
        "4111 1111 1111 1112",
        "my card game has 123456789012 points"
      })
  void otherNumbersAreNoCards(String text) {
    assertNothing(text);
  }

  @Test
  void cardInsideOfALongerNumberIsMaskedWholeOrNotAtAll() {
    assertThat(masked("4111 1111 1111 1111 5555")).matches("\\[card:[0-9a-f]{8}]");
    assertThat(masked("карта 4111 1111 1111 1111, код 555")).contains(", код 555");
  }
}
