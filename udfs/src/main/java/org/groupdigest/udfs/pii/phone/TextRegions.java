package org.groupdigest.udfs.pii.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * The countries of one text: those that are known of its chat, and those that it speaks for itself.
 * Worked out when the first number asks, since most texts have none.
 */
final class TextRegions {

  private final ScannedText scanned;
  private PhoneRegions regions;

  TextRegions(ScannedText scanned) {
    this.scanned = scanned;
  }

  /** The country in whose form a number is written. */
  Optional<String> match(PhoneWindow window) {
    if (regions == null) {
      PhoneRegions own = RegionEvidence.of(scanned.folded().text());
      PhoneRegions chat = scanned.regions().get();
      regions =
          new PhoneRegions(joined(chat.known(), own.known()), joined(chat.likely(), own.likely()));
    }
    return RegionalForms.match(window, regions);
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    second.stream().filter(region -> !all.contains(region)).forEach(all::add);
    return all;
  }
}
