package org.groupdigest.job.ingest.file.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.export.ExportHeader;
import org.groupdigest.job.ingest.file.export.ExportRecords;
import org.groupdigest.job.ingest.file.json.JsonShape;
import org.groupdigest.job.ingest.file.record.ChainedRecords;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MessagePayload;

/** The messages of one channel on one day. */
public final class SlackRecords extends ExportRecords {

  private static final JsonShape SHAPE = JsonShape.entriesAt("", "messages");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.json");

  private final SlackWorkspace workspace;

  private SlackRecords(SourceFile file, ExportedChat chat, SlackWorkspace workspace)
      throws IOException {
    super(file, SHAPE, chat);
    this.workspace = workspace;
  }

  /** Whether files are laid out as an export of Slack: lists beside folders of days. */
  public static boolean isLaidOut(List<SourceFile> files) {
    return files.stream().anyMatch(SlackRecords::isDay)
        && files.stream().anyMatch(SlackWorkspace::isList);
  }

  private static boolean isDay(SourceFile file) {
    return !file.folder().isEmpty() && DAY.matcher(file.name()).matches();
  }

  /**
   * Days of all channels, to be opened one after the other.
   *
   * @param container name of the zip or folder, which names the channel of a file alone
   */
  public static List<ChainedRecords.Opener> openers(
      List<SourceFile> files, String container, ImportOptions options) throws IOException {
    SlackWorkspace workspace = SlackWorkspace.of(files);
    Map<String, ExportedChat> chats = new HashMap<>();
    List<ChainedRecords.Opener> openers = new ArrayList<>();
    for (SourceFile file : files) {
      if (isDay(file) || (files.size() == 1 && isChannel(file))) {
        String folder = file.folder().substring(file.folder().lastIndexOf('/') + 1);
        ExportedChat chat =
            chats.computeIfAbsent(
                folder.isEmpty() ? container : folder,
                name -> chat(workspace.channel(name), options));
        openers.add(() -> new SlackRecords(file, chat, workspace));
      }
    }
    return openers;
  }

  /** A file alone whose name tells nothing. */
  private static boolean isChannel(SourceFile file) throws IOException {
    return !SlackWorkspace.isList(file) && ExportHeader.of(file, SHAPE).hasEntries();
  }

  private static ExportedChat chat(SlackWorkspace.Channel channel, ImportOptions options) {
    return new ExportedChat(FileFormat.SLACK, channel.id(), channel.name(), options);
  }

  @Override
  protected MessagePayload message(JsonNode entry) {
    return new SlackMessage(entry, workspace).payload();
  }
}
