package org.groupdigest.job.context.thread.training;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Message;

/** Gives seconds to messages whose clock shows minutes only. */
final class SpreadMinutes {

  private static final long MINUTE_MILLIS = 60_000;

  private SpreadMinutes() {}

  /** The n messages of one minute, spread evenly over it in their order. */
  static List<Message> over(List<Message> messages) {
    List<Message> spread = new ArrayList<>(messages.size());
    for (int from = 0; from < messages.size(); ) {
      Instant minute = messages.get(from).postedAt();
      int to = from;
      while (to < messages.size() && messages.get(to).postedAt().equals(minute)) {
        to++;
      }
      for (int i = from; i < to; i++) {
        long millis = MINUTE_MILLIS * (i - from) / (to - from);
        spread.add(Messages.at(messages.get(i), minute.plusMillis(millis)));
      }
      from = to;
    }
    return spread;
  }
}
