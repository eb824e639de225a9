package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.context.thread.ThreadLink;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code threads}: which message answers which. Prints a JSON object a message, group by group and
 * within a group in the order of the file: {@code group_id}, {@code message_id}, {@code parent_id}
 * (null when the message starts a conversation or stays alone) and {@code confidence}.
 */
@Command(
    name = "threads",
    mixinStandardHelpOptions = true,
    description = "Finds out which message answers which.",
    footerHeading = "%nExamples:%n",
    footer = "  digest threads --input chat.jsonl --ignore-replies")
public final class ThreadsCommand implements Callable<Integer> {

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "Messages: JSON Lines or a chat export. Each tenant and group is linked apart.")
  private Path input;

  @Option(names = "--ignore-replies", description = "Pretend that no message has a reply link.")
  private boolean ignoreReplies;

  @Option(
      names = "--strict",
      description = "Exit with 1 when any entry is broken; everything else is done as without.")
  private boolean strict;

  @Spec private CommandSpec spec;

  @Mixin private FormatOptions formats = new FormatOptions();

  private final MessageFileReader reader;

  /** A command that reads files as the job does. */
  public ThreadsCommand() {
    this(new ImportedMessages(System.err));
  }

  ThreadsCommand(MessageFileReader reader) {
    this.reader = reader;
  }

  /** Exit code: 0, or 1 when the file cannot be read or is cut off. */
  @Override
  public Integer call() {
    Map<GroupKey, List<Message>> groups;
    try {
      groups = reader.read(input, formats.importOptions(null, ZoneOffset.UTC));
    } catch (IOException e) {
      spec.commandLine().getErr().println("threads: cannot read " + input + ": " + e.getMessage());
      return 1;
    }
    ThreadBuilder builder = ThreadBuilder.bundled();
    PrintWriter out = spec.commandLine().getOut();
    groups.forEach((group, messages) -> print(out, group, messages, links(builder, messages)));
    out.flush();
    return reader.sawCutOff() || (strict && reader.broken() > 0) ? 1 : 0;
  }

  private Map<String, ThreadLink> links(ThreadBuilder builder, List<Message> messages) {
    List<Message> ordered =
        messages.stream()
            .map(message -> ignoreReplies ? withoutReply(message) : message)
            .sorted(Comparator.comparing(Message::postedAt))
            .toList();
    Map<String, ThreadLink> links = new HashMap<>();
    builder.link(ordered).forEach(link -> links.putIfAbsent(link.messageId(), link));
    return links;
  }

  private static void print(
      PrintWriter out, GroupKey group, List<Message> messages, Map<String, ThreadLink> links) {
    for (Message message : messages) {
      ThreadLink link = links.get(message.messageId());
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("group_id", group.groupId());
      line.put("message_id", link.messageId());
      line.put("parent_id", link.parentId());
      line.put("confidence", Math.round(link.confidence() * 1000) / 1000.0);
      out.println(Json.write(line));
    }
  }

  private static Message withoutReply(Message m) {
    return new Message(
        m.messageId(),
        m.revision(),
        m.postedAt(),
        m.senderId(),
        m.senderUsername(),
        m.senderName(),
        m.bot(),
        m.text(),
        null,
        m.topicId(),
        m.forwardedFrom(),
        m.reactions(),
        m.reactionCount(),
        m.media());
  }
}
