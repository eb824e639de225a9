package org.groupdigest.job.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records that no job can read, with a telephone number and an address in those that have text. */
final class PoisonRecords {

  static final String TENANT = "poisoned";
  static final String GROUP = "1000000421";
  static final String PHONE = "+44 7700 900123";
  static final String MAIL = "otto.brandt@example.net";

  private static final Instant AT = Instant.parse("2025-11-10T05:00:00Z");
  private static final int OVER_LIMIT = 1_100_000;

  private PoisonRecords() {}

  /**
   * The records by the error code that each must end with; the codes bear a number where shared.
   */
  static Map<String, IngestRecord> byExpectedCode() {
    Map<String, IngestRecord> records = new LinkedHashMap<>();
    records.put(
        "not_json 1", record(bytes("{\"tenant_id\": \"" + TENANT + "\", call " + contact())));
    records.put("not_json 2", record(notUtf8()));
    records.put("not_json 3", record(null));
    records.put("schema_violation", record(bytes(withoutMessageId().toString())));
    records.put("too_large", record(bytes(tooLarge().toString())));
    records.put("unknown_event_type", record(bytes(ofAnotherVersion().toString())));
    return records;
  }

  private static String contact() {
    return PHONE + " or write to " + MAIL;
  }

  private static ObjectNode event() {
    return IngestRecord.event(TENANT, GROUP, "bad", AT, contact());
  }

  private static ObjectNode withoutMessageId() {
    ObjectNode event = event();
    ((ObjectNode) event.get("payload")).remove("message_id");
    return event;
  }

  private static ObjectNode ofAnotherVersion() {
    return event().put("event_type", "group.message.ingested.v9");
  }

  private static ObjectNode tooLarge() {
    ObjectNode event = event();
    String text = contact() + " " + "and so on ".repeat(OVER_LIMIT / 10);
    ((ObjectNode) event.get("payload")).put("text", text);
    return event;
  }

  private static byte[] notUtf8() {
    byte[] bytes = bytes(event().toString());
    bytes[bytes.length - 4] = (byte) 0xC3;
    return bytes;
  }

  private static IngestRecord record(byte[] value) {
    return new IngestRecord(TestTopics.key(TENANT, GROUP), value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
