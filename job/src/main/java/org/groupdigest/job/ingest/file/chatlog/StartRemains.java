package org.groupdigest.job.ingest.file.chatlog;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Remains of a message's start: its first characters, its last ones, or both with something else
 * between. One damaged place in a start leaves just that, so a line is measured against the starts
 * of its own text and not against any number or dash.
 */
final class StartRemains {

  /** Part of a start that tells it before a known name: a date of a list alone is less. */
  private static final double BEFORE_NAME = 0.4;

  /** Part of a start that tells it by itself: a date and more. */
  private static final double ALONE = 0.6;

  /** Characters of a start that tell it in a line with bytes that are no text. */
  private static final int LEAST = 2;

  /** Characters of a start that tell it right before a letter, as in {@code 12.11.2Anna}. */
  private static final int LEAST_GLUED = 5;

  /** Characters of a start that tell it before the last letter of a known name. */
  private static final int LEAST_BEFORE_LETTER = 4;

  private static final int MAX_PLACE = 48;

  private final List<String> skeletons;
  private final Set<String> senders;

  StartRemains(Collection<String> skeletons, Set<String> senders) {
    this.skeletons = List.copyOf(skeletons);
    this.senders = senders;
  }

  /** Whether a line begins with what is left of a start. */
  boolean begin(TextLine line) {
    String text = LineStart.of(line.text()).text();
    String skeleton = DamagedStart.skeleton(text);
    if (skeletons.stream().anyMatch(known -> breaksOff(known, skeleton, text, line.repaired()))) {
      return true;
    }
    int colon = Sender.end(text);
    if (colon < 0) {
      return false;
    }
    return skeletons.stream().anyMatch(known -> tells(known, skeleton, text))
        || namePlaces(text, colon, skeleton, line.repaired());
  }

  /**
   * Whether a start breaks off at bytes that are no text, right before a letter, or in a bracket.
   */
  private static boolean breaksOff(String known, String skeleton, String text, boolean repaired) {
    int prefix = prefix(known, skeleton);
    boolean glued =
        prefix > 0
            && prefix < text.length()
            && Character.isLetter(text.charAt(prefix))
            && Character.isDigit(text.charAt(prefix - 1));
    boolean open = known.startsWith("[") && text.startsWith(":", prefix);
    return (repaired && prefix >= LEAST) || (prefix >= LEAST_GLUED && (glued || open));
  }

  /** Whether so much is left of a start that no known name is needed. */
  private static boolean tells(String known, String skeleton, String text) {
    if (prefix(known, skeleton) >= ALONE * known.length()) {
      return true;
    }
    int least = (int) Math.ceil(ALONE * known.length());
    int at = skeleton.indexOf(known.substring(known.length() - least));
    return at >= 0 && text.substring(0, at).chars().noneMatch(Character::isWhitespace);
  }

  private boolean namePlaces(String text, int colon, String skeleton, boolean repaired) {
    for (int at = 1; at < Math.min(colon, MAX_PLACE); at++) {
      boolean blank = Character.isWhitespace(text.charAt(at));
      if (!blank && isBeforeName(text.substring(at, colon), skeleton.substring(0, at), repaired)) {
        return true;
      }
    }
    return false;
  }

  private boolean isBeforeName(String name, String before, boolean repaired) {
    if (senders.contains(name)) {
      return skeletons.stream().anyMatch(known -> leads(known, before, repaired));
    }
    return (name.length() >= 2 || before.length() >= LEAST_BEFORE_LETTER)
        && skeletons.stream().anyMatch(known -> isGlued(known, before))
        && senders.stream().anyMatch(sender -> sender.endsWith(name));
  }

  /** Whether a text is the rest of a start whose end is missing, together with half a name. */
  private static boolean isGlued(String known, String before) {
    return before.length() >= 2 && known.startsWith(before);
  }

  private static boolean leads(String known, String before, boolean repaired) {
    int prefix = prefix(known, before);
    int suffix = suffix(known.substring(prefix), before.substring(prefix));
    int left = prefix + suffix;
    boolean end = left == before.length() && prefix == 0 && tail(known).length() <= suffix;
    boolean bullet = before.equals("- ");
    return left >= BEFORE_NAME * known.length() || (end && !bullet) || (repaired && left >= LEAST);
  }

  /** What stands between the time and the name: a dash, a bracket or a colon with its blanks. */
  static String tail(String known) {
    int from = known.length();
    while (from > 0 && !Character.isLetterOrDigit(known.charAt(from - 1))) {
      from--;
    }
    return known.substring(from);
  }

  private static int prefix(String known, String text) {
    int length = 0;
    while (length < Math.min(known.length(), text.length())
        && known.charAt(length) == text.charAt(length)) {
      length++;
    }
    return length;
  }

  /** Length of what two texts have in common at their ends. */
  static int suffix(String known, String text) {
    int length = 0;
    while (length < Math.min(known.length(), text.length())
        && known.charAt(known.length() - 1 - length) == text.charAt(text.length() - 1 - length)) {
      length++;
    }
    return length;
  }
}
