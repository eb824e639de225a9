package org.groupdigest.udfs.pii.net;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * IPv6 addresses in the text forms of RFC 4291, section 2.2. A bare {@code ::}, times, MAC
 * addresses and scoped names of programs ({@code std::vector}) are none.
 */
public final class Ipv6Detector implements Detector {

  private static final int MAX_LENGTH = 45;
  private static final int GROUPS = 8;

  /** Hours, minutes and scores with a colon too many: "10::30". */
  private static final Pattern TIME_LIKE = Pattern.compile("(?:[0-9]{1,2}:*)+");

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    for (int i = text.text().indexOf(':'); i >= 0; i = text.text().indexOf(':', i)) {
      int start = i;
      while (start > 0 && i - start < MAX_LENGTH && isPart(text.at(start - 1))) {
        start--;
      }
      int end = i;
      while (end < text.length() && isPart(text.at(end))) {
        end++;
      }
      report(text, start, end, finds);
      i = end;
    }
  }

  private static void report(FoldedText text, int start, int end, Consumer<Find> finds) {
    int last = end;
    while (last > start && (text.at(last - 1) == '.' || isLoneColon(text, start, last))) {
      last--;
    }
    boolean apart =
        !text.isWordAt(start - 1)
            && !isPart(text.at(start - 1))
            && !text.isWordAt(last)
            && text.at(last) != '_';
    if (!apart || last - start < 3 || last - start > MAX_LENGTH) {
      return;
    }
    String canonical = canonical(text.lower().substring(start, last));
    if (canonical != null) {
      finds.accept(new Find(PiiKind.IP, start, last, canonical));
    }
  }

  /** A colon that ends a phrase, not the second one of a pair. */
  private static boolean isLoneColon(FoldedText text, int start, int last) {
    return text.at(last - 1) == ':' && (last - 2 < start || text.at(last - 2) != ':');
  }

  private static boolean isPart(char c) {
    return c == ':' || c == '.' || (c < 0x80 && Character.digit(c, 16) >= 0);
  }

  /** The eight groups without leading zeros, or null when the text is no address. */
  private static String canonical(String text) {
    String address = withoutEmbeddedIpv4(text);
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address) == GROUPS && isHex(address) ? normal(address) : null;
    }
    String head = address.substring(0, gap);
    String tail = address.substring(gap + 2);
    int known = groups(head) + groups(tail);
    boolean fits = groups(head) >= 0 && groups(tail) >= 0 && known > 0 && known < GROUPS;
    return fits && isHex(address) && looksLikeAddress(address)
        ? expanded(head, tail, GROUPS - known)
        : null;
  }

  private static boolean isHex(String address) {
    return address.indexOf('.') < 0;
  }

  /** Scoped names of programs have letters only and one pair of colons. */
  private static boolean looksLikeAddress(String address) {
    if (address.chars().noneMatch(Character::isDigit)) {
      return address.chars().filter(c -> c == ':').count() > 2;
    }
    return address.startsWith("::") || !TIME_LIKE.matcher(address).matches();
  }

  private static String expanded(String head, String tail, int zeros) {
    StringBuilder full = new StringBuilder(head);
    for (int i = 0; i < zeros; i++) {
      full.append(full.length() == 0 ? "0" : ":0");
    }
    return normal(tail.isEmpty() ? full.toString() : full + ":" + tail);
  }

  private static String normal(String address) {
    StringBuilder normal = new StringBuilder();
    for (String group : address.split(":")) {
      normal.append(normal.length() == 0 ? "" : ":");
      normal.append(Integer.toHexString(Integer.parseInt(group, 16)));
    }
    return normal.toString().toLowerCase(Locale.ROOT);
  }

  /** The number of well-formed groups; 0 for an empty text, -GROUPS when one is malformed. */
  private static int groups(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] groups = text.split(":", -1);
    for (String group : groups) {
      if (group.isEmpty() || group.length() > 4) {
        return -GROUPS;
      }
    }
    return groups.length;
  }

  /** Writes the last 32 bits, if they are given as IPv4, as two groups. */
  private static String withoutEmbeddedIpv4(String text) {
    int colon = text.lastIndexOf(':');
    String[] octets = text.substring(colon + 1).split("\\.", -1);
    if (octets.length != 4) {
      return text;
    }
    int[] values = new int[4];
    for (int i = 0; i < 4; i++) {
      values[i] = octet(octets[i]);
      if (values[i] < 0) {
        return text;
      }
    }
    return text.substring(0, colon + 1)
        + Integer.toHexString(values[0] << 8 | values[1])
        + ":"
        + Integer.toHexString(values[2] << 8 | values[3]);
  }

  private static int octet(String text) {
    if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(Character::isDigit)) {
      return -1;
    }
    int value = Integer.parseInt(text);
    return value > 255 ? -1 : value;
  }
}
