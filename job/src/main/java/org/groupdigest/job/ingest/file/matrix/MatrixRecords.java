package org.groupdigest.job.ingest.file.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.export.ExportRecords;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.RecordIds;

/** The messages of one Matrix room. */
public final class MatrixRecords extends ExportRecords {

  private final MatrixRoom room;

  private MatrixRecords(SourceFile file, ExportedChat chat, MatrixRoom room) throws IOException {
    super(file, MatrixRoom.SHAPE, chat);
    this.room = room;
  }

  /** Opens an export; null when it has no events. */
  public static MatrixRecords open(SourceFile file, ImportOptions options) throws IOException {
    MatrixRoom room = MatrixRoom.of(file);
    if (!room.hasEvents()) {
      return null;
    }
    String groupId = RecordIds.firstOf(room.id(), room.name(), file.baseName());
    ExportedChat chat = new ExportedChat(FileFormat.MATRIX, groupId, room.name(), options);
    return new MatrixRecords(file, chat, room);
  }

  @Override
  protected MessagePayload message(JsonNode entry) {
    return new MatrixEvent(entry, room).payload();
  }
}
