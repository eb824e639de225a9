package org.groupdigest.job.sim.fault;

import java.util.List;
import org.groupdigest.job.model.Checksums;

/**
 * Chance that can be repeated: the same seed, call, try and question always fall the same way, in
 * whatever order requests come.
 *
 * @param seed seed of the run
 * @param call names the call, such as its idempotency key
 * @param attempt try of that call, from 1
 */
public record Dice(long seed, String call, int attempt) {

  private static final int HEX_DIGITS = 13;
  private static final double RANGE = 1L << (4 * HEX_DIGITS);

  /**
   * A number in [0, 1), evenly spread over calls.
   *
   * @param question what it decides, so that two decisions about one call do not depend on each
   *     other
   */
  public double share(String question) {
    String all = seed + "|" + attempt + "|" + question + "|" + call;
    return Long.parseLong(Checksums.sha256(all).substring(0, HEX_DIGITS), 16) / RANGE;
  }

  /** A whole number from 0 to {@code bound - 1}. */
  public int below(int bound, String question) {
    return (int) (share(question) * bound);
  }

  /** One of some things, at least one. */
  public <T> T pick(List<T> from, String question) {
    return from.get(below(from.size(), question));
  }
}
