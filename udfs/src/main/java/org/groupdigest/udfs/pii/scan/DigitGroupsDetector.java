package org.groupdigest.udfs.pii.scan;

import java.util.function.Consumer;

/** Finds one kind of number among the groups of digits of a text, from left to right. */
public abstract class DigitGroupsDetector implements Detector {
  private final PiiKind kind;

  protected DigitGroupsDetector(PiiKind kind) {
    this.kind = kind;
  }

  @Override
  public final void detect(ScannedText scanned, Consumer<Find> finds) {
    DigitGroups groups = scanned.digits();
    for (int i = 0; i < groups.size(); i++) {
      int count = match(scanned, i);
      if (count > 0) {
        int end = groups.end(i + count - 1);
        finds.accept(new Find(kind, groups.start(i), end, groups.digits(i, count)));
        i += count - 1;
      }
    }
  }

  /** How many groups from this one on make up a number; 0 if none do. */
  protected abstract int match(ScannedText scanned, int first);
}
