package org.groupdigest.udfs.pii;

import java.util.Arrays;

/**
 * The runs of digits of a text, in order, with what stands between neighbours. Detectors of numbers
 * look at windows of a few neighbouring groups, so that their work is linear in the text.
 */
final class DigitGroups {

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

  static DigitGroups of(FoldedText folded) {
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

  int size() {
    return size;
  }

  int start(int group) {
    return bounds[2 * group];
  }

  int end(int group) {
    return bounds[2 * group + 1];
  }

  int length(int group) {
    return end(group) - start(group);
  }

  /** What stands between a group and the next one; empty after the last. */
  String gap(int group) {
    return group + 1 < size ? folded.text().substring(end(group), start(group + 1)) : "";
  }

  /** Whether a group and the next one may be parts of one number. */
  boolean joins(int group) {
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
  boolean joinedBy(int group, char separator) {
    return group + 1 < size
        && start(group + 1) - end(group) == 1
        && folded.at(end(group)) == separator;
  }

  /** How many groups from this one on are joined, at most {@code limit}. */
  int run(int group, int limit) {
    int count = 1;
    while (count < limit && joins(group + count - 1)) {
      count++;
    }
    return count;
  }

  /** How many digits a window of groups has. */
  int digitCount(int first, int count) {
    int digits = 0;
    for (int i = first; i < first + count; i++) {
      digits += length(i);
    }
    return digits;
  }

  /** The digits of a window of groups, without separators. */
  String digits(int first, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      digits.append(folded.text(), start(i), end(i));
    }
    return digits.toString();
  }

  /** The lengths of a window of groups, for example {@code 3-3-4}. */
  String shape(int first, int count) {
    StringBuilder shape = new StringBuilder();
    for (int i = first; i < first + count; i++) {
      shape.append(i == first ? "" : "-").append(length(i));
    }
    return shape.toString();
  }
}
