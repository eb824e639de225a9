package org.groupdigest.job.llm.prompt;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;

/** What is known of a window without reading it: its size, its people, its attachments. */
final class WindowSections {

  /** Most people that are listed; the rest can still be named, they stand at their messages. */
  static final int MAX_PEOPLE = 30;

  private static final int CAPTION_TOKENS = 40;

  private final WindowContext context;
  private final WindowMessages messages;
  private final TokenCounter counter;

  WindowSections(WindowContext context, WindowMessages messages, TokenCounter counter) {
    this.context = context;
    this.messages = messages;
    this.counter = counter;
  }

  /** {@code messages|participants}, before anything was removed. */
  DataSection size() {
    return Records.of(
        SectionName.WINDOW,
        List.of(
            Columns.join(
                Integer.toString(messages.total()),
                Integer.toString(Math.max(context.participants().size(), authors().size())))));
  }

  /** {@code name|messages|questions} of those who wrote what can be read here, busiest first. */
  DataSection participants() {
    Set<String> authors = authors();
    return Records.of(
        SectionName.PARTICIPANTS,
        context.participants().stream()
            .filter(participant -> authors.contains(participant.username()))
            .limit(MAX_PEOPLE)
            .map(WindowSections::participant)
            .toList());
  }

  /** {@code messageId|kind|label}. */
  DataSection media() {
    return Records.of(
        SectionName.MEDIA, context.mediaHighlights().stream().map(this::highlight).toList());
  }

  private Set<String> authors() {
    Set<String> authors = new HashSet<>();
    for (Message message : context.messages()) {
      authors.addAll(messages.authorsOf(message));
    }
    return authors;
  }

  private static String participant(ParticipantStats one) {
    return Columns.join(
        CleanText.firstColumn(one.username()),
        Integer.toString(one.messages()),
        Integer.toString(one.questions()));
  }

  private String highlight(MediaHighlight one) {
    return Columns.join(
        CleanText.firstColumn(one.messageId()),
        one.kind().wireName(),
        counter.shorten(CleanText.column(one.caption()), CAPTION_TOKENS));
  }
}
