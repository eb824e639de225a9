package org.groupdigest.job.render;

import java.util.regex.Pattern;
import org.groupdigest.job.model.text.CleanText;

/**
 * Ids of messages and groups as they are shown: as they are, but without the phone numbers that
 * some messengers make ids of ({@code false_41765550151@c.us_3EB0}).
 */
final class ShownId {

  private static final Pattern PHONE = Pattern.compile("(?<!\\d)\\+?\\d{9,15}(?=(?:-\\d+)?@)");

  private ShownId() {}

  static String of(String id) {
    return PHONE.matcher(CleanText.of(id)).replaceAll("…");
  }
}
