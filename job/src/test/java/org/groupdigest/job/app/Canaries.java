package org.groupdigest.job.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A group whose members tell what must never be stored, in every field that takes free text; with
 * them words that must be found, so that a search that finds nothing means something.
 */
final class Canaries {

  static final String TENANT = "canary";
  static final String GROUP = "allotments";

  /** What must be found nowhere: as written, and as its bare digits or last part. */
  static final List<String> SECRETS =
      List.of(
          "+49 1512 3456789",
          "3456789",
          "rosalind.finch@allotment-post.org",
          "rosalind.finch",
          "4539 1488 0343 6467",
          "4539148803436467",
          "DE89 3704 0044 0532 0130 00",
          "DE89370400440532013000",
          "sk-proj-9fQ2vLx7Tn4bWc8ZkRm3Yp6D",
          "9fQ2vLx7Tn4bWc8Z",
          "+7 916 555-27-14",
          "555-27-14");

  /** A word of the same messages that is no secret. */
  static final String HARMLESS = "wheelbarrow";

  private static final List<String> TALK =
      List.of(
          "The wheelbarrow has a flat tyre again, who can look at it?",
          "I can fix the tyre on Thursday, I still have a tube in the shed",
          "We decided to order compost and a second wheelbarrow for the upper beds",
          "Call me when the compost comes: +49 1512 3456789",
          "Or write to rosalind.finch@allotment-post.org, I read it every evening",
          "The deposit was paid with card 4539 1488 0343 6467 last week",
          "Please send your share to DE89 3704 0044 0532 0130 00 by Friday",
          "The weather station wants the key sk-proj-9fQ2vLx7Tn4bWc8ZkRm3Yp6D to upload",
          "Who waters the tomatoes in the greenhouse during the holidays?",
          "I will water the tomatoes until the end of the month, cans are in the wheelbarrow",
          "Is the gate code still the old one? Nobody told me",
          "Great harvest today, thank you all for the help with the beans!");

  private Canaries() {}

  /** The records; all lie in one window of four hours, UTC, that has just closed. */
  static List<IngestRecord> records(Instant now) {
    long slot = now.minus(5, ChronoUnit.HOURS).getEpochSecond() / 14_400;
    Instant start = Instant.ofEpochSecond(slot * 14_400);
    List<IngestRecord> records = new ArrayList<>();
    for (int i = 0; i < TALK.size(); i++) {
      Instant at = start.plus(10L * i, ChronoUnit.MINUTES);
      ObjectNode event = IngestRecord.event(TENANT, GROUP, "c" + i, at, TALK.get(i));
      tellMore((ObjectNode) event.get("payload"), i);
      records.add(IngestRecord.of(event));
    }
    return records;
  }

  private static void tellMore(ObjectNode payload, int i) {
    payload.put("group_title", "Allotments, keeper +7 916 555-27-14");
    if (i == 1) {
      payload.put("sender_name", "Rosalind rosalind.finch@allotment-post.org");
    }
    if (i == 2) {
      payload
          .putArray("media")
          .addObject()
          .put("kind", "image")
          .put("description", "a receipt, card 4539 1488 0343 6467")
          .put("ocr_text", "wheelbarrow 49.90 paid from DE89 3704 0044 0532 0130 00")
          .put("transcript", "ring me at +49 1512 3456789");
    }
  }
}
