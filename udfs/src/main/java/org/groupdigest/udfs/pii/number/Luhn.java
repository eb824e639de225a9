package org.groupdigest.udfs.pii.number;

/** The check digit of payment cards (ISO/IEC 7812-1, annex B). */
final class Luhn {

  private Luhn() {}

  static boolean holds(String digits) {
    int sum = 0;
    boolean twice = false;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = digits.charAt(i) - '0';
      int value = twice ? 2 * digit : digit;
      sum += value > 9 ? value - 9 : value;
      twice = !twice;
    }
    return sum % 10 == 0;
  }
}
