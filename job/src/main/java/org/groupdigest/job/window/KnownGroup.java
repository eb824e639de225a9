package org.groupdigest.job.window;

import org.groupdigest.job.model.GroupInfo;

/**
 * The newest of what messages have told of their group. State type: fields are only ever added, new
 * ones nullable.
 *
 * @param info what was told
 * @param atMillis when the message that told it was posted, epoch milliseconds
 */
public record KnownGroup(GroupInfo info, long atMillis) {

  /** Whether this is newer; equal times are decided by content, so that order does not matter. */
  boolean replaces(KnownGroup other) {
    if (other == null || atMillis != other.atMillis()) {
      return other == null || atMillis > other.atMillis();
    }
    return info.toString().compareTo(other.info().toString()) > 0;
  }
}
