package org.groupdigest.udfs.pii.phone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How phone numbers are written without a country code. Each rule answers with the region whose
 * plan the number is read in, so that it gets the same canonical form as its international
 * spelling.
 */
final class PhoneShapes {

  /** For numbers of which the country cannot be told. */
  static final String UNKNOWN = PhoneNumbers.ANY_REGION;

  /** For numbers that start with a country code whose plus was left out. */
  static final String WITHOUT_PLUS = "+";

  private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
  private static final int CONTEXT = 32;
  private static final Set<String> RUSSIAN_LOCAL = Set.of("3-3-2-2", "3-3-4", "3-2-2-3");
  private static final String FRENCH = "2-2-2-2-2";
  private static final String SOCIAL_SECURITY = "3-2-4";
  private static final Set<String> NEIGHBOURS =
      Set.of("380", "375", "373", "374", "992", "993", "994", "995", "996", "998");
  private static final Set<String> AMERICAN = Set.of("3-3-4", "3-7");
  private static final List<String> TRUNK_ZERO_REGIONS =
      List.of("GB", "DE", "FR", "IT", "UA", "NL", "BE", "CH", "AU", "IL", "TR", "JP");

  private PhoneShapes() {}

  /** The region of a number that shows by its form alone that it is one. */
  static Optional<String> byForm(PhoneWindow window) {
    String digits = window.digits();
    if (digits.startsWith("00") && window.count() >= 3) {
      return none();
    }
    if (digits.length() == 11 && "78".indexOf(digits.charAt(0)) >= 0) {
      return russian(window, digits);
    }
    if (digits.length() == 12 && NEIGHBOURS.contains(digits.substring(0, 3))) {
      return PhoneNumbers.isValid("+" + digits, UNKNOWN) ? region(WITHOUT_PLUS) : none();
    }
    Optional<String> american = american(window, digits);
    if (american.isPresent()) {
      return american;
    }
    if (digits.length() == 10 && RUSSIAN_LOCAL.contains(window.shape())) {
      return russianWithoutTrunk(window, digits);
    }
    return digits.charAt(0) == '0' ? trunkZero(window, digits) : bracketed(window, digits);
  }

  /** Eleven digits that start with a lone 8 or 7, the trunk prefix and the country code. */
  static boolean startsWithTrunkEight(PhoneWindow window) {
    String digits = window.digits();
    return digits.length() == 11
        && "78".indexOf(digits.charAt(0)) >= 0
        && window.shape().startsWith("1-");
  }

  /** 8 or 7 and ten digits, however they are grouped. */
  private static Optional<String> russian(PhoneWindow window, String digits) {
    boolean plan = "3489".indexOf(digits.charAt(1)) >= 0;
    if (window.count() == 1) {
      return plan || PhoneNumbers.isValid("+7" + digits.substring(1), UNKNOWN)
          ? region("RU")
          : none();
    }
    String firstGroup = window.shape().substring(0, window.shape().indexOf('-'));
    if (!firstGroup.equals("1") && !firstGroup.equals("4")) {
      return none();
    }
    if (plan || PhoneNumbers.isValid("+7" + digits.substring(1), UNKNOWN)) {
      return region("RU");
    }
    return PhoneNumbers.isValid(digits, "BY") ? region("BY") : none();
  }

  private static Optional<String> russianWithoutTrunk(PhoneWindow window, String digits) {
    boolean written = window.opensWithBracket() || window.has('-');
    boolean plan = "3489".indexOf(digits.charAt(0)) >= 0;
    return plan && (written || PhoneNumbers.isValid("+7" + digits, UNKNOWN))
        ? region("RU")
        : none();
  }

  /** Three, three and four digits with hyphens, dots or brackets; with blanks only if assigned. */
  private static Optional<String> american(PhoneWindow window, String digits) {
    boolean country = digits.length() == 11 && digits.charAt(0) == '1';
    String shape =
        country && window.shape().startsWith("1-") ? window.shape().substring(2) : window.shape();
    String number = country ? digits.substring(1) : digits;
    if (number.length() != 10 || !AMERICAN.contains(shape) || number.charAt(0) < '2') {
      return none();
    }
    boolean bracket = window.written().indexOf('(') >= 0 && window.bracketsMatch();
    boolean signs = shape.equals("3-3-4") && (window.has('-') || window.has('.'));
    boolean written =
        bracket || signs || (shape.equals("3-3-4") && PhoneNumbers.isValid(number, "US"));
    boolean russian = !country && likelyRegion(window).equals("RU");
    return written ? region(russian ? "RU" : "US") : none();
  }

  /** National numbers of most countries start with the trunk prefix 0. */
  private static Optional<String> trunkZero(PhoneWindow window, String digits) {
    if (digits.startsWith("00") || digits.length() < 9 || digits.length() > 12) {
      return none();
    }
    boolean grouped =
        window.count() >= 3
            && window.count() <= 5
            && window.isEven()
            && !hasSingleDigit(window)
            && !window.shape().equals(SOCIAL_SECURITY);
    if ((grouped && !window.shape().startsWith("2-2-2")) || window.opensWithBracket()) {
      return region(assignedRegion(digits).orElse(UNKNOWN));
    }
    if (window.shape().equals(FRENCH) && window.isEven()) {
      return PhoneNumbers.isValid(digits, "FR") ? region("FR") : none();
    }
    boolean areaAndNumber = window.count() == 2 && !window.shape().matches("[12]-.*");
    return window.count() == 1 || areaAndNumber ? assignedRegion(digits) : none();
  }

  private static Optional<String> assignedRegion(String digits) {
    return TRUNK_ZERO_REGIONS.stream().filter(r -> PhoneNumbers.isValid(digits, r)).findFirst();
  }

  /** An area code in brackets before groups of digits. */
  private static Optional<String> bracketed(PhoneWindow window, String digits) {
    boolean area = window.opensWithBracket() && window.count() >= 2 && !hasSingleDigit(window);
    boolean hyphen = window.has('-') && digits.length() >= 8;
    return area && digits.length() <= 12 && (hyphen || digits.length() >= 9)
        ? region(UNKNOWN)
        : none();
  }

  /** The plan in which a number of ten digits without a trunk prefix is most likely meant. */
  static String likelyRegion(PhoneWindow window) {
    String digits = window.digits();
    if (digits.length() != 10) {
      return UNKNOWN;
    }
    boolean russian = PhoneNumbers.isValid("+7" + digits, UNKNOWN);
    boolean american = PhoneNumbers.isValid(digits, "US");
    boolean cyrillic = CYRILLIC.matcher(window.before(CONTEXT)).find();
    if (russian && (cyrillic || !american)) {
      return "RU";
    }
    return american ? "US" : UNKNOWN;
  }

  private static boolean hasSingleDigit(PhoneWindow window) {
    return ("-" + window.shape() + "-").contains("-1-");
  }

  private static Optional<String> region(String region) {
    return Optional.of(region);
  }

  private static Optional<String> none() {
    return Optional.empty();
  }
}
