package org.groupdigest.udfs.pii.scan;

import java.util.List;

/**
 * Countries whose national phone numbers a chat may hold, as ISO 3166-1 codes in capitals.
 *
 * @param known countries that are named by a person, or that other numbers of the chat are of: a
 *     number in any form that is usual there is taken
 * @param likely countries of the chat's languages: only forms that are hardly anything else are
 */
public record PhoneRegions(List<String> known, List<String> likely) {

  private static final PhoneRegions NONE = new PhoneRegions(List.of(), List.of());

  /** Copies the lists, so that the value is immutable. */
  public PhoneRegions {
    known = List.copyOf(known);
    likely = List.copyOf(likely);
  }

  /** Nothing is known of the chat: only its single texts speak for a country. */
  public static PhoneRegions none() {
    return NONE;
  }

  /** Countries that are named by a person, without any that are only likely. */
  public static PhoneRegions of(List<String> known) {
    return known.isEmpty() ? NONE : new PhoneRegions(known, List.of());
  }
}
