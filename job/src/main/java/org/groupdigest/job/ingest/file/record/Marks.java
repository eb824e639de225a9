package org.groupdigest.job.ingest.file.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Marks that a reader of files leaves in the payload of a message. */
public final class Marks {

  private Marks() {}

  /**
   * Marks a payload.
   *
   * @param repaired whether something in its entry was wrong and was put right
   * @param lastOfCut whether it is the last whole message of a chat whose file is cut off
   */
  public static void of(ObjectNode payload, boolean repaired, boolean lastOfCut) {
    payload.remove(List.of("repaired", "input_ends_here"));
    if (repaired) {
      payload.put("repaired", true);
    }
    if (lastOfCut) {
      payload.put("input_ends_here", true);
    }
  }
}
