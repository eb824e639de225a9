package org.groupdigest.udfs.pii;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Sees to it that a number is masked whole or not at all. Groups of digits that are parted from a
 * find just as its own groups are may belong to it: a few of them are masked with it, and a find
 * among many is a piece of a list and dropped.
 */
final class WholeNumbers {

  private static final Set<PiiKind> NUMBERS =
      EnumSet.of(PiiKind.CARD, PiiKind.SNILS, PiiKind.INN, PiiKind.PASSPORT, PiiKind.PHONE);
  private static final int MAX_MORE = 6;
  private static final int OWN_NUMBER = 8;
  private static final int MAX_COUNTRY_CODE = 3;
  private static final String TRUNK_PREFIXES = "0178";
  private static final Set<String> COUNTED =
      Set.of(
          "янв", "фев", "мар", "апр", "мая", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
          "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "мин",
          "час", "раз", "руб", "шт", "чел", "am", "pm", "min", "eur", "usd", "uhr", "дн", "ден",
          "лет", "год", "кв", "эта", "под", "people", "times");

  private final ScannedText scanned;
  private final DigitGroups groups;
  private final FoldedText text;

  // Where the find before ends and the one behind starts.
  private int free;
  private int taken;

  private WholeNumbers(ScannedText scanned) {
    this.scanned = scanned;
    this.groups = scanned.digits();
    this.text = scanned.folded();
  }

  /**
   * The finds, each as long as its number.
   *
   * @param finds in the order of the text, without overlaps
   */
  static List<Find> of(List<Find> finds, ScannedText scanned) {
    if (finds.isEmpty() || finds.stream().noneMatch(find -> NUMBERS.contains(find.kind()))) {
      return finds;
    }
    WholeNumbers numbers = new WholeNumbers(scanned);
    List<Find> whole = new ArrayList<>(finds.size());
    for (int i = 0; i < finds.size(); i++) {
      Find find = finds.get(i);
      numbers.free = whole.isEmpty() ? 0 : whole.get(whole.size() - 1).end();
      numbers.taken = i + 1 < finds.size() ? finds.get(i + 1).start() : Integer.MAX_VALUE;
      Find grown = NUMBERS.contains(find.kind()) ? numbers.whole(find) : find;
      if (grown != null) {
        whole.add(grown);
      }
    }
    return whole;
  }

  private Find whole(Find find) {
    int first = groups.indexFrom(find.start());
    int last = first;
    while (last + 1 < groups.size() && groups.start(last + 1) < find.end()) {
      last++;
    }
    boolean extended = groups.end(last) != find.end();
    if (first == last || extended) {
      return find;
    }
    boolean plus = text.at(find.start()) == '+';
    int after = more(last, groups.gap(last - 1), 1, find);
    int before = plus ? 0 : before(first, find);
    if (after > MAX_MORE || before > MAX_MORE) {
      return plus ? find : null;
    }
    int start = before == 0 ? find.start() : groups.start(first - before);
    return new Find(find.kind(), start, groups.end(last + after), find.canonical());
  }

  private int before(int first, Find find) {
    int before = more(first, groups.gap(first), -1, find);
    return before == 0 && isTrunkPrefix(first - 1, find) ? 1 : before;
  }

  /** A country code, or the 8 of Russia, belongs to the number whatever parts it from it. */
  private boolean isTrunkPrefix(int group, Find find) {
    if (group < 0 || groups.length(group) > MAX_COUNTRY_CODE) {
      return false;
    }
    int start = groups.start(group);
    boolean trunk = groups.length(group) == 1 && TRUNK_PREFIXES.indexOf(text.at(start)) >= 0;
    return (trunk || text.at(start - 1) == '+')
        && groups.joins(group)
        && !isElse(group, groups.gap(group), find);
  }

  /** How many more groups in one direction are parted as the number's own groups are. */
  private int more(int edge, String gap, int step, Find find) {
    int count = 0;
    while (count <= MAX_MORE) {
      int from = edge + count * step;
      int next = from + step;
      int gapAfter = Math.min(from, next);
      boolean joined =
          next >= 0
              && next < groups.size()
              && groups.gap(gapAfter).equals(gap)
              && groups.joins(gapAfter);
      if (!joined || isElse(next, gap, find)) {
        return count;
      }
      count++;
    }
    return count;
  }

  /** A group that has a meaning of its own: a date, a time, a sum, another number. */
  private boolean isElse(int group, String gap, Find find) {
    int start = groups.start(group);
    int end = groups.end(group);
    boolean glued = isGlue(text.at(start - 1), gap) || isGlue(text.at(end), gap);
    return glued
        || groups.length(group) >= OWN_NUMBER
        || "(№#$€₽£".indexOf(text.at(start - 1)) >= 0
        || (text.at(start - 1) == '+' && start > find.start())
        || isCounted(end)
        || start < free
        || end > taken;
  }

  private static boolean isGlue(char c, String gap) {
    return Character.isLetter(c) || (":./,-%".indexOf(c) >= 0 && gap.indexOf(c) < 0);
  }

  private boolean isCounted(int end) {
    if (text.at(end) != ' ' || !Character.isLetter(text.at(end + 1))) {
      return false;
    }
    String next = scanned.folded().lower().substring(end + 1, Math.min(end + 8, text.length()));
    return COUNTED.stream().anyMatch(next::startsWith);
  }
}
