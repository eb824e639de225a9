package org.groupdigest.job.ingest;

import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.MessageEvent;

/** What became of one record of {@code group.message.ingested}. */
public sealed interface ParsedRecord {

  /**
   * A record that follows the schema, masked.
   *
   * @param key the group it belongs to
   * @param event what it says
   */
  record Accepted(GroupKey key, MessageEvent event) implements ParsedRecord {}

  /**
   * A record that cannot be used; never holds unmasked text.
   *
   * @param letter what goes to the dead-letter topic
   */
  record Invalid(DeadLetter letter) implements ParsedRecord {}
}
