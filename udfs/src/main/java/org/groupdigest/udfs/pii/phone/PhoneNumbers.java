package org.groupdigest.udfs.pii.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Numbering plans of all countries, as libphonenumber knows them. */
final class PhoneNumbers {

  /** No region: the number must name its country. */
  static final String ANY_REGION = "ZZ";

  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  private PhoneNumbers() {}

  /** Whether the number is assigned in the plan of its country or of the region. */
  static boolean isValid(String number, String region) {
    PhoneNumber parsed = parse(number, region);
    return parsed != null && UTIL.isValidNumber(parsed);
  }

  /** Whether the number is assigned in the plan of the region to mobile phones. */
  static boolean isMobile(String number, String region) {
    PhoneNumber parsed = parse(number, region);
    if (parsed == null) {
      return false;
    }
    PhoneNumberType type = UTIL.getNumberType(parsed);
    return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE;
  }

  /** Whether the number has a length that the plan knows; a missing area code is not enough. */
  static boolean isPossible(String number, String region) {
    PhoneNumber parsed = parse(number, region);
    return parsed != null
        && UTIL.isPossibleNumberWithReason(parsed) == ValidationResult.IS_POSSIBLE;
  }

  /** The number in E.164, or its digits when its country is unknown. */
  static String canonical(String number, String region) {
    PhoneNumber parsed = parse(number, region);
    return parsed == null
        ? number.replaceAll("[^0-9]", "")
        : UTIL.format(parsed, PhoneNumberFormat.E164);
  }

  /** The country of an assigned number that is written with its country code. */
  static Optional<String> regionOf(String number) {
    PhoneNumber parsed = parse(number, ANY_REGION);
    return parsed != null && UTIL.isValidNumber(parsed)
        ? Optional.ofNullable(UTIL.getRegionCodeForNumber(parsed))
        : Optional.empty();
  }

  /** Whether there is a numbering plan for the region. */
  static boolean knows(String region) {
    return UTIL.getSupportedRegions().contains(region);
  }

  private static PhoneNumber parse(String number, String region) {
    try {
      return UTIL.parse(number, region);
    } catch (NumberParseException e) {
      return null;
    }
  }
}
