package org.groupdigest.udfs.pii.scan;

import java.util.Arrays;

/**
 * The runs of digits of a text, in order, with what stands between neighbours. Detectors of numbers
 * look at windows of a few neighbouring groups, so that their work is linear in the text.
 */
public final class DigitGroups {

  private static final String SEPARATORS = " -./()";
  private static final int MAX_GAP = 3;

  private final FoldedText folded;
  private final int[] bounds;
  private final int size;

  private DigitGroups(FoldedText folded, int[] bounds, int size) {
    this.folded = folded;
    this.bounds = bounds;
    this.size = size;
  }

  public static DigitGroups of(FoldedText folded) {
    int[] bounds = new int[16];
    int size = 0;
    for (int i = 0; i < folded.length(); i++) {
      if (!folded.isDigitAt(i)) {
        continue;
      }
      int end = i;
      while (folded.isDigitAt(end)) {
        end++;
      }
      if (2 * size + 2 > bounds.length) {
        bounds = Arrays.copyOf(bounds, bounds.length * 2);
      }
      bounds[2 * size] = i;
      bounds[2 * size + 1] = end;
      size++;
      i = end;
    }
    return new DigitGroups(folded, bounds, size);
  }

  public int size() {
    return size;
  }

  public int start(int group) {
    return bounds[2 * group];
  }

  public int end(int group) {
    return bounds[2 * group + 1];
  }

  public int length(int group) {
    return end(group) - start(group);
  }

  /** The first group that starts at a place or behind it; the number of groups if none does. */
  public int indexFrom(int position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (start(middle) < position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What stands between a group and the next one; empty after the last. */
  public String gap(int group) {
    return group + 1 < size ? folded.text().substring(end(group), start(group + 1)) : "";
  }

  /** Whether a group and the next one may be parts of one number. */
  public boolean joins(int group) {
    if (group + 1 >= size || start(group + 1) - end(group) > MAX_GAP) {
      return false;
    }
    for (int i = end(group); i < start(group + 1); i++) {
      if (SEPARATORS.indexOf(folded.at(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a group and the next one are joined by exactly this separator. */
  public boolean joinedBy(int group, char separator) {
    return group + 1 < size
        && start(group + 1) - end(group) == 1
        && folded.at(end(group)) == separator;
  }

  /** How many groups from this one on are joined, at most {@code limit}. */
  public int run(int group, int limit) {
    int count = 1;
    while (count < limit && joins(group + count - 1)) {
      count++;
    }
    return count;
  }

  /** How many digits a window of groups has. */
  public int digitCount(int first, int count) {
    int digits = 0;
    for (int i = first; i < first + count; i++) {
      digits += length(i);
    }
    return digits;
  }

  /** The digits of a window of groups, without separators. */
  public String digits(int first, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      digits.append(folded.text(), start(i), end(i));
    }
    return digits.toString();
  }

  /** The lengths of a window of groups, for example {@code 3-3-4}. */
  public String shape(int first, int count) {
    StringBuilder shape = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      shape.append(i == first ? "" : "-").append(length(i));
    }
    return shape.toString();
  }
}
