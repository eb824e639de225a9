package org.groupdigest.udfs.pii.scan;

import java.util.Locale;

/**
 * What kinds of personal or secret data the masker knows. The order is the order of trust: where
 * two finds overlap, the kind that stands first wins, because it is recognised by more than a run
 * of digits.
 */
public enum PiiKind {
  /** User name and password (or token) in front of the host of a URL. */
  URL_CREDENTIALS,
  /** API keys, access tokens, JWT, private keys, passwords that are named as such. */
  SECRET,
  /** E-mail addresses, any script. */
  EMAIL,
  /** International bank account numbers (ISO 13616). */
  IBAN,
  /** Payment cards: issuer prefix, length and Luhn digit. */
  CARD,
  /** Insurance number of a Russian individual, 11 digits. */
  SNILS,
  /** Russian taxpayer number: 12 digits of a person, 10 of a company. */
  INN,
  /** Series and number of a Russian passport. */
  PASSPORT,
  /** IPv4 and IPv6 addresses. */
  IP,
  /** Telephone numbers of any country. */
  PHONE;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name in placeholders, JSON and metrics, for example {@code url_credentials}. */
  public String wireName() {
    return wireName;
  }
}
