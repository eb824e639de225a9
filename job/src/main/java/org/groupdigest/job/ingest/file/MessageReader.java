package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.ParsedRecord;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;

/**
 * Reads a whole file into the messages of its groups, as a window would hold them: each message
 * once in its newest revision, deleted and filtered ones gone. For trying one step on a file.
 */
public final class MessageReader {

  private final MessageParser parser;
  private final ImportOptions options;
  private final Consumer<DeadLetter> invalid;
  private String cutOff;
  private List<String> remarks = List.of();

  /**
   * A reader.
   *
   * @param invalid told about every entry that cannot be used
   */
  public MessageReader(MessageParser parser, ImportOptions options, Consumer<DeadLetter> invalid) {
    this.parser = parser;
    this.options = options;
    this.invalid = invalid;
  }

  /**
   * The messages of a file by group, groups in the order of the file, messages in time order (ties
   * in the order of the file).
   *
   * @throws InputFileException when the file cannot be used at all
   */
  public Map<GroupKey, List<Message>> read(Path file) throws IOException {
    Map<GroupKey, Group> groups = new LinkedHashMap<>();
    try (FileRecords records = MessageFiles.open(file, options)) {
      while (records.hasNext()) {
        FileRecord record = records.next();
        take(parser.parse(record.value(), record.position(), record.time()), groups);
      }
      cutOff = records.cutOff().orElse(null);
      remarks = List.copyOf(records.remarks());
    }
    Map<GroupKey, List<Message>> messages = new LinkedHashMap<>();
    groups.forEach((key, group) -> messages.put(key, group.messages()));
    return messages;
  }

  /** Where the file that was read last ends although it is not whole; empty if it is. */
  public Optional<String> cutOff() {
    return Optional.ofNullable(cutOff);
  }

  /** Things about the file that was read last that a user must be told. */
  public List<String> remarks() {
    return remarks;
  }

  private void take(ParsedRecord record, Map<GroupKey, Group> groups) {
    if (record instanceof ParsedRecord.Accepted accepted) {
      groups.computeIfAbsent(accepted.key(), key -> new Group()).take(accepted.event());
    } else if (record instanceof ParsedRecord.Invalid refused) {
      invalid.accept(refused.letter());
    }
  }

  /** Newest revision of each message; a deletion is final. */
  private static final class Group {

    private final Map<String, MessageEvent> newest = new LinkedHashMap<>();
    private final Map<String, Integer> revisions = new HashMap<>();
    private final Set<String> deleted = new HashSet<>();

    void take(MessageEvent event) {
      Integer known = revisions.get(event.messageId());
      if (event.op() == MessageOp.DELETE) {
        deleted.add(event.messageId());
      } else if (known == null || event.revision() > known) {
        revisions.put(event.messageId(), event.revision());
        newest.put(event.messageId(), event);
      }
    }

    List<Message> messages() {
      List<Message> messages = new ArrayList<>();
      for (MessageEvent event : newest.values()) {
        if (event.message() != null && !deleted.contains(event.messageId())) {
          messages.add(event.message());
        }
      }
      messages.sort(Comparator.comparing(Message::postedAt));
      return messages;
    }
  }
}
