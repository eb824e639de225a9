package org.groupdigest.udfs.pii.net;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Cue;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.Edges;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * IPv4 addresses: four numbers up to 255 with dots. Private, loopback and mask addresses count as
 * well: whoever reads a digest cannot tell them apart from others by their placeholder, and a
 * network is described by its private addresses. Versions with four parts are left alone where the
 * text calls them so ("version 1.2.3.4", "Chrome/120.0.0.0").
 */
public final class IpDetector implements Detector {

  private static final Cue VERSION =
      new Cue(
          Set.of("v", "ver", "release", "build", "rev", "firmware"),
          List.of("version", "верси", "релиз", "сборк", "прошивк"),
          14);
  private static final Cue SECTION =
      new Cue(
          Set.of(
              "sec", "para", "rule", "step", "item", "fig", "table", "annex", "clause", "п", "пп",
              "пункт", "пункта", "пункте", "пункту", "ст", "разд", "гл", "рис", "табл", "шаг",
              "abs", "kap", "art", "cap", "pkt", "čl", "bod", "ods", "p", "pp", "ch", "req"),
          List.of(
              "section",
              "chapter",
              "article",
              "paragraph",
              "appendix",
              "requirement",
              "раздел",
              "глав",
              "стать",
              "подпункт",
              "приложени",
              "абзац",
              "требовани",
              "параграф",
              "abschnitt",
              "kapitel",
              "artikel",
              "absatz",
              "sección",
              "apartado",
              "capítulo",
              "chapitre",
              "paragraphe",
              "sezione",
              "capitolo",
              "rozdział",
              "kapitola",
              "розділ"),
          12);
  private static final Cue NETWORK =
      new Cue(
          Set.of(
              "ip", "addr", "address", "host", "server", "gateway", "dns", "ping", "ssh", "route"),
          List.of("адрес", "айпи", "сервер", "шлюз", "nameserver", "inet"),
          14);
  private static final int PARTS = 4;

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    DigitGroups groups = scanned.digits();
    for (int i = 0; i + PARTS <= groups.size(); i++) {
      if (isAddress(scanned, i)) {
        int end = groups.end(i + PARTS - 1);
        finds.accept(new Find(PiiKind.IP, groups.start(i), end, canonical(groups, i)));
        i += PARTS - 1;
      }
    }
  }

  private static boolean isAddress(ScannedText scanned, int first) {
    DigitGroups groups = scanned.digits();
    for (int i = first; i < first + PARTS; i++) {
      boolean joined = i == first + PARTS - 1 || groups.joinedBy(i, '.');
      if (!joined || !isOctet(groups, i)) {
        return false;
      }
    }
    int start = groups.start(first);
    boolean opens = scanned.folded().at(start - 1) == '@' || Edges.opens(scanned.folded(), start);
    return opens
        && Edges.closes(scanned.folded(), groups.end(first + PARTS - 1))
        && !isVersion(scanned.folded(), start, groups, first);
  }

  /** Releases of browsers (2.0.0.12) and of the old Linux kernel (2.6.24.2). */
  private static boolean isReleaseNumber(DigitGroups groups, int first, boolean major) {
    boolean oneDigit = groups.length(first) == 1;
    boolean kernel = groups.digits(first, 2).equals("26");
    boolean browser = major && groups.length(first + 3) > 1;
    return oneDigit && (kernel || browser) && !groups.digits(first, 1).equals("0");
  }

  /** No host has an address that starts with 0, but for the one that means all of them. */
  private static boolean isOfNoNetwork(DigitGroups groups, int first) {
    return groups.digits(first, 1).equals("0") && !groups.digits(first, PARTS).equals("0000");
  }

  private static boolean isOctet(DigitGroups groups, int group) {
    return groups.length(group) <= 3 && Integer.parseInt(groups.digits(group, 1)) <= 255;
  }

  private static boolean isVersion(FoldedText text, int start, DigitGroups groups, int first) {
    boolean product = text.at(start - 1) == '/' && Character.isLetter(text.at(start - 2));
    boolean major =
        groups.digits(first + 1, 1).equals("0") && groups.digits(first + 2, 1).equals("0");
    return VERSION.before(text, start)
        || isSection(text, start)
        || (isOfNoNetwork(groups, first) && !NETWORK.before(text, start))
        || (product && major)
        || (isReleaseNumber(groups, first, major) && !NETWORK.before(text, start));
  }

  /** A place in a document: "section 4.1.2.3". */
  private static boolean isSection(FoldedText text, int start) {
    boolean sign = text.at(start - 1) == '§' || text.at(start - 2) == '§';
    return sign || SECTION.lastBefore(text, start) > NETWORK.lastBefore(text, start);
  }

  private static String canonical(DigitGroups groups, int first) {
    StringBuilder address = new StringBuilder();
    for (int i = first; i < first + PARTS; i++) {
      address.append(i == first ? "" : ".").append(Integer.parseInt(groups.digits(i, 1)));
    }
    return address.toString();
  }
}
