package org.groupdigest.udfs.pii.number;

import java.util.List;

/**
 * The issuer prefixes of a payment scheme and the lengths of its numbers, after the published bank
 * identification ranges.
 *
 * @param from lowest prefix
 * @param to highest prefix, of as many digits as {@code from}
 * @param minLength shortest number in digits
 * @param maxLength longest number in digits
 */
record CardScheme(String from, String to, int minLength, int maxLength) {

  static final List<CardScheme> KNOWN =
      List.of(
          // Visa: 13, 16 or 19
          range("4", "4", 13, 13),
          range("4", "4", 16, 16),
          range("4", "4", 19, 19),
          // Mastercard
          range("51", "55", 16, 16),
          range("2221", "2720", 16, 16),
          // Mir
          range("2200", "2204", 16, 19),
          // American Express
          range("34", "34", 15, 15),
          range("37", "37", 15, 15),
          // Diners Club
          range("300", "305", 14, 16),
          range("309", "309", 14, 16),
          range("36", "36", 14, 16),
          range("38", "39", 14, 16),
          // Discover
          range("6011", "6011", 16, 19),
          range("644", "659", 16, 19),
          // JCB and its neighbours, also its old numbers of 15 digits
          range("35", "35", 16, 19),
          range("1800", "1800", 15, 15),
          range("2131", "2131", 15, 15),
          // UnionPay
          range("62", "62", 16, 19),
          // Maestro: the short numbers only under its own prefixes
          range("5018", "5020", 12, 19),
          range("5038", "5038", 12, 19),
          range("5893", "5893", 12, 19),
          range("6304", "6304", 12, 19),
          range("6759", "6763", 12, 19),
          range("50", "50", 16, 19),
          range("56", "61", 16, 19),
          range("63", "64", 16, 19),
          range("66", "69", 16, 19),
          // National schemes: RuPay, Uzcard, Belkart, Troy, Humo
          range("81", "82", 16, 16),
          range("8600", "8600", 16, 16),
          range("9112", "9112", 16, 16),
          range("9792", "9792", 16, 16),
          range("9860", "9860", 16, 16));

  private static CardScheme range(String from, String to, int minLength, int maxLength) {
    return new CardScheme(from, to, minLength, maxLength);
  }

  /** Whether a number of digits could be a card of a known scheme. */
  static boolean issues(String number) {
    return KNOWN.stream().anyMatch(scheme -> scheme.covers(number));
  }

  private boolean covers(String number) {
    if (number.length() < minLength || number.length() > maxLength) {
      return false;
    }
    String prefix = number.substring(0, from.length());
    return prefix.compareTo(from) >= 0 && prefix.compareTo(to) <= 0;
  }
}
