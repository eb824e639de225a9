package org.groupdigest.job.ingest.file.chatlog;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.record.DateOrder;

/**
 * Form in which the messages of one text start, found by reading all of it: the form of most of its
 * stamps, the order of its dates, the names of those who write.
 */
public final class ChatLogShape {

  private final StampCounts counts;
  private final DateOrder order;
  private final boolean guess;

  private ChatLogShape(StampCounts counts, DateOrder order, boolean guess) {
    this.counts = counts;
    this.order = order;
    this.guess = guess;
  }

  /**
   * The shape of a text, or null when no line of it starts with a time.
   *
   * @param forced order of day, month and year, or null: inferred
   */
  public static ChatLogShape of(SourceFile file, DateOrder forced) throws IOException {
    Map<String, StampCounts> shapes = new HashMap<>();
    try (TextLines lines = new TextLines(file.open())) {
      for (TextLine line = lines.next(); line != null; line = lines.next()) {
        Stamp stamp = StampParser.parse(line.text());
        if (stamp != null) {
          shapes.computeIfAbsent(stamp.shape(), s -> new StampCounts(s)).add(line.text(), stamp);
        }
      }
    }
    StampCounts most = StampCounts.most(shapes.values());
    if (most == null) {
      return null;
    }
    DateOrderInference.Inferred inferred = most.order();
    return forced == null
        ? new ChatLogShape(most, inferred.order(), inferred.guess())
        : new ChatLogShape(most, forced, false);
  }

  /** Sentences about the dates for the user. */
  public List<String> remarks() {
    String read =
        switch (order) {
          case DMY -> "dates are read as day, month, year";
          case MDY -> "dates are read as month, day, year";
          case YMD -> "dates are read as year, month, day";
        };
    return List.of(
        guess
            ? read + ": a guess, nothing in the file tells it; --date-order forces another order"
            : read);
  }

  /** Whether nothing told the order of the dates. */
  public boolean isGuess() {
    return guess;
  }

  /** Order of day, month and year. */
  public DateOrder order() {
    return order;
  }

  /** Whether somebody of this name writes in the text. */
  public boolean isSender(String name) {
    return senders().contains(name);
  }

  Set<String> senders() {
    return counts.senders();
  }

  boolean starts(Stamp stamp) {
    return stamp.shape().equals(counts.shape());
  }

  StartRemains startRemains() {
    return new StartRemains(counts.skeletons(), counts.senders());
  }

  GluedStart gluedStart() {
    return new GluedStart(counts.skeletons(), counts.senders());
  }

  DamagedStart damagedStart() {
    return new DamagedStart(counts.skeletons(), counts.senders());
  }
}
