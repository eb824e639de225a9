package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.demo.SampleChat;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.file.MessageReader;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.pipeline.Contexts;
import org.groupdigest.job.pipeline.Maskers;

/**
 * Windows of any size out of the sample chat, for measuring: the messages of a group as they come,
 * and when there are no more, the same again half a day later, which is too late to be duplicates.
 */
final class BenchWindows {

  /** Which group of the sample. */
  enum Language {
    EN("en", "1000000733"),
    RU("ru", "1000000421");

    private final String code;
    private final String group;

    Language(String code, String group) {
      this.code = code;
      this.group = group;
    }

    /** ISO 639-1 code. */
    String code() {
      return code;
    }
  }

  private static final String PSEUDONYMS_ARE_NOT_SHOWN = "a secret that protects nothing";

  private final ContextService contexts = Contexts.service(ContextSettings.defaults());
  private final Map<GroupKey, List<Message>> chat;

  private BenchWindows(Map<GroupKey, List<Message>> chat) {
    this.chat = chat;
  }

  /** Reads the sample chat. */
  static BenchWindows load() throws IOException {
    Path folder = Files.createTempDirectory("digest-bench");
    Path file = folder.resolve("chat.jsonl");
    try {
      SampleChat.load(folder);
      return new BenchWindows(
          new MessageReader(
                  new MessageParser(Maskers.withKey(PSEUDONYMS_ARE_NOT_SHOWN)),
                  ImportOptions.defaults(),
                  letter -> {})
              .read(file));
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  /** A window of so many messages. */
  WindowContext window(Language language, int size, String id) {
    List<Message> own = chat.get(new GroupKey(SampleChat.TENANT, language.group));
    if (own == null) {
      throw new UncheckedIOException(new IOException("the sample chat has no " + language.group));
    }
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      messages.add(turn(own.get(i % own.size()), i / own.size()));
    }
    Instant start = Instant.parse("2025-11-09T21:00:00Z");
    WindowRef window =
        new WindowRef(
            id,
            SampleChat.TENANT,
            language.group,
            24,
            start,
            start.plus(Duration.ofDays(1)),
            WindowKind.SCHEDULED,
            SampleChat.TIME_ZONE);
    GroupInfo group = new GroupInfo(language.code, null, "telegram");
    return contexts.assemble(new WindowInput(window, group, "bench", messages, List.of()));
  }

  /** The message as it is said for the n-th time, from 0. */
  private static Message turn(Message message, int times) {
    if (times == 0) {
      return message;
    }
    return new Message(
        message.messageId() + "-" + times,
        0,
        message.postedAt().plus(Duration.ofHours(12L * times)),
        message.senderId(),
        message.senderUsername(),
        message.senderName(),
        message.bot(),
        message.text(),
        null,
        message.topicId(),
        message.forwardedFrom(),
        message.reactions(),
        message.reactionCount(),
        message.media());
  }
}
