package org.groupdigest.udfs.pii;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.groupdigest.udfs.pii.net.EmailDetector;
import org.groupdigest.udfs.pii.net.IpDetector;
import org.groupdigest.udfs.pii.net.Ipv6Detector;
import org.groupdigest.udfs.pii.net.SpokenEmailDetector;
import org.groupdigest.udfs.pii.number.CardDetector;
import org.groupdigest.udfs.pii.number.IbanDetector;
import org.groupdigest.udfs.pii.number.InnDetector;
import org.groupdigest.udfs.pii.number.PassportDetector;
import org.groupdigest.udfs.pii.number.SnilsDetector;
import org.groupdigest.udfs.pii.phone.PhoneDetector;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PhoneRegions;
import org.groupdigest.udfs.pii.scan.ScannedText;
import org.groupdigest.udfs.pii.secret.CommandSecretDetector;
import org.groupdigest.udfs.pii.secret.KeyDetector;
import org.groupdigest.udfs.pii.secret.NamedSecretDetector;
import org.groupdigest.udfs.pii.secret.PrivateKeyDetector;
import org.groupdigest.udfs.pii.secret.SecretUrlDetector;
import org.groupdigest.udfs.pii.secret.UrlCredentialsDetector;

/** All detectors together, and which find wins where two overlap. */
final class Detectors {

  private static final List<Detector> ALL =
      List.of(
          new UrlCredentialsDetector(),
          new PrivateKeyDetector(),
          new KeyDetector(),
          new NamedSecretDetector(),
          new SecretUrlDetector(),
          new CommandSecretDetector(),
          new EmailDetector(),
          new SpokenEmailDetector(),
          new IbanDetector(),
          new CardDetector(),
          new SnilsDetector(),
          new InnDetector(),
          new PassportDetector(),
          new IpDetector(),
          new Ipv6Detector(),
          new PhoneDetector());

  private static final Comparator<Find> BEST_FIRST =
      Comparator.comparing(Find::kind)
          .thenComparing(
              Comparator.comparingInt((Find find) -> find.end() - find.start()).reversed())
          .thenComparingInt(Find::start);

  private Detectors() {}

  /** The finds in a text, without overlaps, in no particular order. */
  static List<Find> run(FoldedText folded, Supplier<PhoneRegions> regions) {
    ScannedText scanned = ScannedText.of(folded, regions);
    List<Find> candidates = new ArrayList<>();
    for (Detector detector : ALL) {
      detector.detect(scanned, find -> addWhole(find, folded, candidates));
    }
    List<Find> kept = candidates.size() < 2 ? candidates : withoutOverlaps(candidates);
    return WholeNumbers.of(kept, scanned);
  }

  /** What reaches over a placeholder is no value: only what is left of it would be replaced. */
  private static void addWhole(Find find, FoldedText folded, List<Find> candidates) {
    int barrier = folded.text().indexOf(FoldedText.BARRIER, find.start());
    if (barrier < 0 || barrier >= find.end()) {
      candidates.add(find);
    }
  }

  private static List<Find> withoutOverlaps(List<Find> candidates) {
    candidates.sort(BEST_FIRST);
    TreeMap<Integer, Find> kept = new TreeMap<>();
    for (Find find : candidates) {
      var before = kept.floorEntry(find.end() - 1);
      if (before == null || !before.getValue().overlaps(find)) {
        kept.put(find.start(), find);
      }
    }
    return new ArrayList<>(kept.values());
  }
}
