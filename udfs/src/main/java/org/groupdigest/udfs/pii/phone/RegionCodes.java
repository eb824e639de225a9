package org.groupdigest.udfs.pii.phone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lists of countries as people write them: {@code ru, UA, KZ}. */
public final class RegionCodes {

  private RegionCodes() {}

  /**
   * The ISO 3166-1 codes of a list that is parted by commas or blanks, in capitals, each once.
   *
   * @throws IllegalArgumentException when one of them has no numbering plan
   */
  public static List<String> parse(String list) {
    List<String> codes = new ArrayList<>();
    Arrays.stream(list.split("[,\\s]+"))
        .filter(code -> !code.isEmpty())
        .map(code -> code.toUpperCase(Locale.ROOT))
        .distinct()
        .forEach(codes::add);
    for (String code : codes) {
      if (!isKnown(code)) {
        throw new IllegalArgumentException(
            "regions are ISO codes of two letters such as RU or DE, not " + code);
      }
    }
    return List.copyOf(codes);
  }

  /** Whether a code in capitals is that of a country with a numbering plan. */
  public static boolean isKnown(String code) {
    return PhoneNumbers.knows(code);
  }
}
