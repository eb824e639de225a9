package org.groupdigest.job.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;

/**
 * The sample chat as records of the message topic.
 *
 * @param records records in the order of the file
 * @param windows local days with at least one message, over all groups
 */
public record SampleChat(List<Sent> records, int windows) {

  /** Time zone that the sample's tenant lives in. */
  public static final String TIME_ZONE = "Europe/Moscow";

  /** Tenant of the sample. */
  public static final String TENANT = "acme";

  private static final String RESOURCE = "/demo/chat.jsonl";

  /**
   * A record.
   *
   * @param key record key
   * @param value bytes of the event
   */
  // The bytes are handed on, records are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Sent(String key, byte[] value) {}

  /** Reads the sample; it is copied into a folder first, because files are what is imported. */
  public static SampleChat load(Path folder) throws IOException {
    Path file = folder.resolve("chat.jsonl");
    try (InputStream in = SampleChat.class.getResourceAsStream(RESOURCE)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    List<Sent> records = new ArrayList<>();
    Set<String> windows = new HashSet<>();
    try (FileRecords read = MessageFiles.open(file, ImportOptions.defaults())) {
      while (read.hasNext()) {
        FileRecord record = read.next();
        JsonNode event = Json.mapper().readTree(record.value());
        String key =
            new GroupKey(event.path("tenant_id").asText(), event.path("group_id").asText())
                .encoded();
        records.add(new Sent(key, record.value()));
        windows.add(key + record.time().atZone(ZoneId.of(TIME_ZONE)).toLocalDate());
      }
    }
    return new SampleChat(records, windows.size());
  }
}
