package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.groupdigest.udfs.pii.phone.RegionCodes;
import org.groupdigest.udfs.pii.phone.RegionEvidence;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.junit.jupiter.api.Test;

/**
 * Dates, sums, versions, places, orders, parcels, books, times and ids in six languages: a ceiling
 * over how many of them are taken for personal data.
 */
class OtherNumbersTest {

  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));
  private static final String MANY_COUNTRIES =
      "RU,UA,BY,KZ,US,GB,DE,FR,ES,IT,PL,CZ,NL,SE,NO,DK,TR,IL,AE,IN,CN,JP";

  @Test
  void thereAreEnoughLinesToMeasureAShareOfOneInTwoHundred() throws IOException {
    assertThat(lines()).hasSizeGreaterThanOrEqualTo(500).doesNotHaveDuplicates();
  }

  @Test
  void atMostOneInTwoHundredIsMaskedWhereNothingIsKnownOfTheChat() throws IOException {
    assertThat(masked(PhoneRegions.none())).isLessThanOrEqualTo(0.005);
  }

  @Test
  void atMostOneInTwoHundredIsMaskedWhereTheChatSpeaksForItself() throws IOException {
    RegionEvidence evidence = new RegionEvidence();
    lines().forEach(evidence::learn);

    assertThat(masked(evidence.regions(List.of()))).isLessThanOrEqualTo(0.005);
  }

  @Test
  void atMostThreeInTwoHundredAreMaskedWhereNumbersOfTwentyTwoCountriesAreExpected()
      throws IOException {
    PhoneRegions all = PhoneRegions.of(RegionCodes.parse(MANY_COUNTRIES));

    assertThat(masked(all)).isLessThanOrEqualTo(0.015);
  }

  private static double masked(PhoneRegions regions) throws IOException {
    List<String> lines = lines();
    long masked = lines.stream().filter(line -> !MASKER.find(line, regions).isEmpty()).count();
    return (double) masked / lines.size();
  }

  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                OtherNumbersTest.class.getResourceAsStream("numbers-that-are-not-personal.txt"),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
