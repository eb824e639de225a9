package org.groupdigest.job.ingest.file.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.json.JsonParts;
import org.groupdigest.job.ingest.file.json.JsonShape;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.PulledRecords;
import org.groupdigest.job.model.SourcePosition;

/** Records of a JSON file with the messages of one chat; a broken entry costs itself alone. */
public abstract class ExportRecords extends PulledRecords {

  private final JsonParts parts;
  private final ExportedChat chat;
  private final String origin;
  private long index;

  /** Records of the entries that a shape leads to. */
  protected ExportRecords(SourceFile file, JsonShape shape, ExportedChat chat) throws IOException {
    this.parts = new JsonParts(file.open(), shape);
    this.chat = chat;
    this.origin = file.path();
  }

  /** The message of an entry; null for one that is told with another message. */
  protected abstract MessagePayload message(JsonNode entry);

  @Override
  protected final FileRecord pull() throws IOException {
    for (JsonPart part = parts.next(); part != null; part = parts.next()) {
      FileRecord record = part.kind() == JsonPart.Kind.ENTRY ? record(part) : null;
      if (record != null) {
        return record;
      }
    }
    return null;
  }

  private FileRecord record(JsonPart part) {
    SourcePosition position = new SourcePosition(origin, 0, ++index);
    if (part.value() == null || !part.value().isObject()) {
      String problem = part.problem() == null ? "the entry is no object" : part.problem();
      return chat.broken(problem, position);
    }
    MessagePayload message = message(part.value());
    return message == null ? null : chat.record(message.repaired(part.repaired()), position);
  }

  @Override
  public Optional<String> cutOff() {
    OptionalLong cut = parts.cutAt();
    return cut.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                java.util.Locale.ROOT, "byte %,d, after entry %,d", cut.getAsLong(), index));
  }

  @Override
  protected final String origin() {
    return origin;
  }

  @Override
  public final void close() throws IOException {
    parts.close();
  }
}
