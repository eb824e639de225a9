package org.groupdigest.job.window;

/**
 * What is known of a message id, so that any number of deliveries in any order counts once. State
 * type: fields are only ever added, new ones nullable.
 *
 * @param slot place in the message state, see {@link MessageStore}
 * @param revision highest revision seen
 * @param standing what became of it
 * @param reason filter reason; {@link #REPAIRED} of a kept message that was; or null
 */
public record Identity(long slot, int revision, Standing standing, String reason) {

  /** Reason of a kept message whose entry was damaged and was put right. */
  static final String REPAIRED = "repaired";

  boolean isDeleted() {
    return standing == Standing.DELETED || standing == Standing.DELETED_UNSEEN;
  }
}
