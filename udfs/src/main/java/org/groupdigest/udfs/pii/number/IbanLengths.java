package org.groupdigest.udfs.pii.number;

import java.util.HashMap;
import java.util.Map;

/**
 * How long an account number is in each country: the IBAN registry of ISO 13616, and the countries
 * that use the form without being in the registry.
 */
final class IbanLengths {

  private static final Map<String, Integer> LENGTHS =
      table(
          "NO15 BE16 BI16 DK18 FI18 FO18 GL18 NL18 FK18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20"
              + " LU20 XK20 MN20 LV21 CH21 HR21 LI21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22"
              + " VA22 AE23 GI23 IL23 IQ23 TL23 SO23 OM23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24"
              + " SK24 TN24 VG24 DZ24 PT25 ST25 LY25 AO25 CV25 MZ25 IS26 TR26 IR26 CF27 CG27 CM27"
              + " DJ27 FR27 GA27 GR27 IT27 KM27 MC27 MG27 MR27 SM27 TD27 GQ27 AL28 AZ28 BY28 CY28"
              + " DO28 GT28 HU28 LB28 NI28 PL28 SV28 BF28 BJ28 CI28 HN28 MA28 ML28 NE28 SN28 TG28"
              + " GW25 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33");

  private IbanLengths() {}

  /** The length for a country code in capitals, or 0 when the country has no such numbers. */
  static int of(String country) {
    return LENGTHS.getOrDefault(country, 0);
  }

  private static Map<String, Integer> table(String entries) {
    Map<String, Integer> table = new HashMap<>();
    for (String entry : entries.split(" ")) {
      table.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
    }
    return Map.copyOf(table);
  }
}
