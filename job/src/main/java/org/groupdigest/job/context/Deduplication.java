package org.groupdigest.job.context;

import java.util.List;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;

/**
 * A window without its repetitions.
 *
 * @param kept what is no hard duplicate, in time order
 * @param duplicates what kept messages stand for, in order of the kept message, nothing cut
 * @param softLinks kept messages that resemble an earlier one of the window, in time order
 * @param historyLinks kept messages that resemble one of an earlier window, in time order
 */
public record Deduplication(
    List<Message> kept,
    List<DuplicateGroup> duplicates,
    List<MessageLink> softLinks,
    List<MessageLink> historyLinks) {

  /** How many messages were dropped. */
  public int dropped() {
    return duplicates.stream().mapToInt(DuplicateGroup::count).sum();
  }
}
