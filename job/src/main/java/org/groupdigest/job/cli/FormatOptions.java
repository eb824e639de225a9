package org.groupdigest.job.cli;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.groupdigest.job.ingest.file.record.DateOrder;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import picocli.CommandLine.Option;

/** Options of the commands that read message files: what a file does not tell itself. */
final class FormatOptions {

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "Format of the files: jsonl, telegram, whatsapp, slack, discord, signal, instagram,"
              + " messenger, matrix. Default: recognised by content.")
  private String format;

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      description =
          "Order of day, month and year in chats as text: DMY, MDY, YMD. Default: inferred from"
              + " the whole file.")
  private String dateOrder;

  /** What to read files with. */
  ImportOptions importOptions(String tenant, ZoneId zone) {
    return new ImportOptions(tenant, zone, format(), dateOrder());
  }

  private FileFormat format() {
    return format == null
        ? null
        : FileFormat.of(format)
            .orElseThrow(() -> CommandFailure.usage("no such format", "give one of " + formats()));
  }

  private static String formats() {
    return Arrays.stream(FileFormat.values())
        .map(FileFormat::wireName)
        .collect(Collectors.joining(", "));
  }

  private DateOrder dateOrder() {
    try {
      return dateOrder == null
          ? null
          : DateOrder.valueOf(dateOrder.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("no such order of dates", "give DMY, MDY or YMD");
    }
  }
}
