package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.groupdigest.job.context.ContextAssembly;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.pipeline.Contexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code digest context}: assembles the context of a file, every group of it as one window, and
 * prints one JSON line a group, see {@link ContextLine}. Exits 1 when a file cannot be read.
 */
@Command(
    name = "context",
    mixinStandardHelpOptions = true,
    description = {
      "Deduplicates, ranks and threads a file of messages and prints one JSON line a group.",
      "Every (tenant, group) of the file is taken as one window."
    },
    footerHeading = "%nExamples:%n",
    footer = "  digest context --input today.jsonl --history yesterday.jsonl")
public final class ContextCommand implements Callable<Integer> {

  @Option(
      names = "--strict",
      description = "Exit with 1 when any entry is broken; everything else is done as without.")
  private boolean strict;

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Messages: JSON Lines, or a messenger's export; see digest run.")
  private Path input;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "Messages of earlier windows of the same groups, in the same formats.")
  private Path history;

  @Mixin private FormatOptions formats = new FormatOptions();

  private final MessageFileReader reader;
  private final Supplier<ContextService> services;

  /** A command that reads files and assembles as the job does. */
  public ContextCommand() {
    this(new ImportedMessages(System.err), () -> Contexts.service(CommandSettings.context()));
  }

  /** A command that reads with a reader and assembles with a service. */
  public ContextCommand(MessageFileReader reader, ContextService service) {
    this(reader, () -> service);
  }

  /** Settings are read when the command runs, so that wrong ones do not hinder the others. */
  private ContextCommand(MessageFileReader reader, Supplier<ContextService> services) {
    this.reader = reader;
    this.services = services;
  }

  @Override
  public Integer call() {
    try {
      Map<GroupKey, List<Message>> groups = read(input);
      Map<GroupKey, List<Message>> earlier = history == null ? Map.of() : read(history);
      PrintWriter out = spec.commandLine().getOut();
      ContextService service = services.get();
      groups.forEach(
          (group, messages) ->
              out.println(line(service, group, messages, earlier.getOrDefault(group, List.of()))));
      out.flush();
      return reader.sawCutOff() || (strict && reader.broken() > 0) ? 1 : 0;
    } catch (UnreadableFileException e) {
      spec.commandLine().getErr().println("digest context: " + e.getMessage());
      return 1;
    }
  }

  private static String line(
      ContextService service, GroupKey group, List<Message> messages, List<Message> earlier) {
    List<HistoryMessage> past =
        earlier.stream()
            .map(m -> new HistoryMessage(m.messageId(), m.postedAt(), m.readableText()))
            .toList();
    ContextAssembly assembly = service.analyse(messages, past);
    return Json.write(ContextLine.of(group, assembly, past, service.settings()));
  }

  private Map<GroupKey, List<Message>> read(Path file) throws UnreadableFileException {
    try {
      return reader.read(file, formats.importOptions(null, ZoneOffset.UTC));
    } catch (IOException e) {
      throw new UnreadableFileException(file, e);
    }
  }

  /** Says which file could not be read, why, and what to do. */
  private static final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(Path file, IOException cause) {
      super("cannot read " + file + " (" + reason(file, cause) + "); give a readable file", cause);
    }

    private static String reason(Path file, IOException cause) {
      String message = cause.getMessage();
      boolean telling = message != null && !message.equals(file.toString());
      return telling ? message : cause.getClass().getSimpleName();
    }
  }
}
