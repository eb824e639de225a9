package org.groupdigest.job.ingest.file.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.json.JsonParts;
import org.groupdigest.job.ingest.file.json.JsonShape;

/** Members of an export beside its messages, before or behind them. */
public final class ExportHeader {

  private final Map<String, JsonNode> values = new HashMap<>();
  private boolean entries;

  private ExportHeader() {}

  /** Reads a file for what is beside its entries. */
  public static ExportHeader of(SourceFile file, JsonShape shape) throws IOException {
    ExportHeader header = new ExportHeader();
    try (JsonParts parts = new JsonParts(file.open(), shape)) {
      parts.skimEntries();
      for (JsonPart part = parts.next(); part != null; part = parts.next()) {
        header.take(part);
      }
    }
    return header;
  }

  private void take(JsonPart part) {
    entries |= part.kind() == JsonPart.Kind.ENTRIES;
    if (part.kind() == JsonPart.Kind.VALUE && part.value() != null) {
      values.putIfAbsent(part.path(), part.value());
    }
  }

  /** Whether the file has an array of entries. */
  public boolean hasEntries() {
    return entries;
  }

  /** The value at a path; a missing node without one. */
  public JsonNode value(String path) {
    return values.getOrDefault(path, MissingNode.getInstance());
  }

  /** The text at a path, or null. */
  public String text(String path) {
    return value(path).textValue();
  }
}
