package org.groupdigest.job.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.demo.SampleChat;
import org.groupdigest.job.model.Json;

/** The bundled sample chat by local day, for any tenant. */
final class SampleDays {

  private static final ZoneId ZONE = ZoneId.of(SampleChat.TIME_ZONE);

  private final Map<LocalDate, List<String>> days = new TreeMap<>();
  private final int windows;

  SampleDays(Path folder) throws IOException {
    SampleChat chat = SampleChat.load(folder);
    windows = chat.windows();
    for (SampleChat.Sent sent : chat.records()) {
      ObjectNode event =
          Json.read(new String(sent.value(), StandardCharsets.UTF_8), ObjectNode.class);
      Instant at = Instant.parse(event.path("payload").path("posted_at").asText());
      days.computeIfAbsent(at.atZone(ZONE).toLocalDate(), day -> new ArrayList<>())
          .add(event.toString());
    }
  }

  /** Windows of 24 hours over all groups. */
  int windows() {
    return windows;
  }

  /** The records of each day, as sent by a tenant. */
  List<List<IngestRecord>> of(String tenant) {
    return days.values().stream().map(day -> records(day, tenant)).toList();
  }

  /** The records of the first day of a group, as sent by a tenant. */
  List<IngestRecord> firstDay(String tenant, String group) {
    String key = TestTopics.key(tenant, group);
    return of(tenant).get(0).stream().filter(record -> record.key().equals(key)).toList();
  }

  private static List<IngestRecord> records(Collection<String> events, String tenant) {
    return events.stream()
        .map(event -> Json.read(event, ObjectNode.class).put("tenant_id", tenant))
        .map(event -> event.put("trace_id", "trace " + event.path("payload").path("message_id")))
        .map(IngestRecord::of)
        .toList();
  }
}
