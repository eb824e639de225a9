package org.groupdigest.udfs.pii.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.udfs.pii.PiiTexts.assertFound;
import static org.groupdigest.udfs.pii.PiiTexts.assertNothing;
import static org.groupdigest.udfs.pii.PiiTexts.masked;

import java.util.List;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** National forms of many countries: after a country, a word or the other numbers of a text. */
class NationalNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RU; 916 234-56-78",
        "UA; 067 234 56 78",
        "BY; (029) 234-56-78",
        "KZ; 8 701 234 56 78",
        "US; 415-555-2671",
        "GB; 07700 900123",
        "DE; 0151 23456789",
        "DE; 030/1234567",
        "FR; 06 22 34 56 78",
        "FR; 06.22.34.56.78",
        "ES; 612 34 56 78",
        "ES; 612 345 678",
        "IT; 333 123 4567",
        "PL; 501-234-567",
        "CZ; 601 234 567",
        "NL; 06-12345678",
        "SE; 070-123 45 67",
        "NO; 412 34 567",
        "DK; 20 62 34 56",
        "TR; 0532 123 45 67",
        "TR; 0 (532) 123 45 67",
        "IL; 050-1234567",
        "AE; 050 123 4567",
        "IN; 98765-43210",
        "IN; 9876543210",
        "CN; 138-0013-8000",
        "JP; 090-1234-5678"
      })
  void numberInTheFormOfAKnownCountryIsMaskedWithoutAnyWord(String region, String number) {
    assertFound(PiiKind.PHONE, "«" + number + "»", List.of(region));
    assertFound(PiiKind.PHONE, "Anna «" + number + "»", List.of(region));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shifts 0600 1400 2200",
        "смены 0700 1500 2300",
        "0900 1100 1330 and 1500",
        "chmod 0755 0644 0600",
        "05/10/24 06/10/24",
        "ISSN 2049-3630",
        "umask 0022 0027 0077"
      })
  void timesOfDayAndRightsOfFilesStayInAnyCountry(String text) {
    assertNothing(text);
    assertNothing(text, List.of("SE", "DE", "GB", "CN", "JP"));
  }

  @Test
  void numberOfFourDigitsEachIsMaskedWhereAWordCallsItAPhone() {
    assertFound(PiiKind.PHONE, "my phone «0755 8888 8888»", List.of());
    assertFound(PiiKind.PHONE, "my phone «0600 1400 2200»", List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "612 345 678",
        "20 12 34 56",
        "412 34 567",
        "9876543210",
        "138 0013 8000",
        "501-234-567"
      })
  void theSameFormIsLeftAloneWhereNothingSpeaksForTheCountry(String number) {
    assertNothing("Anna " + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call me on «06 12 34 56 78» tomorrow",
        "позвони мне на «06 12 34 56 78»",
        "«06 12 34 56 78» is my number",
        "«06 12 34 56 78» — мой номер",
        "mon numéro : «06 12 34 56 78»",
        "«06 12 34 56 78», c'est mon numéro",
        "ruf mich an: «0151 23456789»",
        "«20 12 34 56» ist meine Nummer",
        "llámame al «612 345 678»",
        "«612 345 678» es mi número",
        "chiamami, «333 123 4567»",
        "zadzwoń «501 234 567»",
        "«501 234 567» to mój numer",
        "zavolej «601 234 567»",
        "bel me op «06-12345678»",
        "ring mig på «20 12 34 56»",
        "«412 34 567» er nummeret mitt, er mitt nummer",
        "numaram «532 123 45 67»",
        "подзвони «067 123 45 67»",
        "«067 123 45 67» мій номер",
        "המספר שלי «50 123 4567»",
        "رقمي «50 123 4567»",
        "मेरा नंबर «98765 43210»",
        "我的电话是«138 0013 8000»",
        "私の携帯は«90 1234 5678»です",
        "my number is «9 1234 5678» now",
        "text me at «55 1234 5678»"
      })
  void wordOnEitherSideCallsItAPhone(String marked) {
    assertFound(PiiKind.PHONE, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call me on 12-05-2024",
        "call me 2024-05-12 10 30",
        "позвони по заказу 12345678",
        "my order number 12345678",
        "Bestellung Nummer 12345678",
        "订单号码 12345678",
        "12345678 is my order number"
      })
  void dateOrOrderBesideSuchAWordIsLeftAlone(String text) {
    assertNothing(text);
  }

  @Test
  void anotherNumberInTheTextTellsTheCountry() {
    assertThat(masked("+34 612 34 56 79 o 612 34 56 78"))
        .matches("\\[phone:[0-9a-f]{8}] o \\[phone:[0-9a-f]{8}]");
  }

  @Test
  void languageOfTheTextTellsTheCountry() {
    assertFound(PiiKind.PHONE, "hola, este es el que usa mi madre para todo: «612 34 56 78»");
  }

  @Test
  void chatTellsItsCountriesByItsNumbersAndWords() {
    RegionEvidence chat = new RegionEvidence();
    chat.learn("new one: +48 501 234 567");
    chat.learn("nie wiem, czy jest to dobry pomysł, ale tak");

    assertThat(chat.regions(List.of("DE")).known()).containsExactly("DE", "PL");
    assertThat(chat.regions(List.of()).likely()).containsExactly("PL");
  }

  @Test
  void oneWordOfALanguageIsNoSign() {
    assertThat(RegionEvidence.of("und").likely()).isEmpty();
    assertThat(RegionEvidence.of("ok")).isEqualTo(PhoneRegions.none());
  }

  @Test
  void numberHasOnePseudonymInItsNationalAndItsInternationalForm() {
    String[] both = masked("+34 612 34 56 78 o 612 34 56 78").split(" o ");
    assertThat(both[0]).isEqualTo(both[1]);
  }

  @Test
  void regionListIsReadInAnyCaseAndRefusedWithAnUnknownCode() {
    assertThat(RegionCodes.parse(" ru, DE ua ")).containsExactly("RU", "DE", "UA");
    assertThat(RegionCodes.parse("")).isEmpty();
    assertThatThrownBy(() -> RegionCodes.parse("RU,XX"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("XX");
  }
}
