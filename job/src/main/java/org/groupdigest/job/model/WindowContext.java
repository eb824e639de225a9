package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * A closed window with everything the stages need: the payload of {@code group.window.ready} and
 * the durable hand-over between the two pipelines. Bounded: at most 400 messages.
 *
 * @param window which window
 * @param group what is known of the group
 * @param traceId runs from the ingested message to the last row and log line
 * @param language ISO 639-1 code detected from the messages, {@code und} when there is no text
 * @param stats counts of the assembly
 * @param messages what goes on, at most 400, in time order
 * @param ranking the best 150 of them, best first
 * @param duplicates what kept messages stand for
 * @param softLinks kept messages that resemble an earlier one of the window
 * @param historyLinks kept messages that resemble one of an earlier window
 * @param threads conversations among {@code messages}
 * @param participants everyone who wrote, most active first
 * @param media attachments in numbers
 * @param mediaHighlights at most 6 attachments worth showing
 * @param excerpt ids of at most 20 messages that show the conversation, in time order
 * @param inputIncomplete whether messages may be missing because a file was cut off; null is no
 */
public record WindowContext(
    WindowRef window,
    GroupInfo group,
    String traceId,
    String language,
    ContextStats stats,
    List<Message> messages,
    List<RankedMessage> ranking,
    List<DuplicateGroup> duplicates,
    List<MessageLink> softLinks,
    List<MessageLink> historyLinks,
    List<MessageThread> threads,
    List<ParticipantStats> participants,
    MediaStats media,
    List<MediaHighlight> mediaHighlights,
    List<String> excerpt,
    Boolean inputIncomplete) {

  /** A window of which no file was cut off. */
  public WindowContext(
      WindowRef window,
      GroupInfo group,
      String traceId,
      String language,
      ContextStats stats,
      List<Message> messages,
      List<RankedMessage> ranking,
      List<DuplicateGroup> duplicates,
      List<MessageLink> softLinks,
      List<MessageLink> historyLinks,
      List<MessageThread> threads,
      List<ParticipantStats> participants,
      MediaStats media,
      List<MediaHighlight> mediaHighlights,
      List<String> excerpt) {
    this(
        window,
        group,
        traceId,
        language,
        stats,
        messages,
        ranking,
        duplicates,
        softLinks,
        historyLinks,
        threads,
        participants,
        media,
        mediaHighlights,
        excerpt,
        null);
  }

  /** The same window, of which messages may be missing, or not if null. */
  public WindowContext withInputIncomplete(Boolean incomplete) {
    return new WindowContext(
        window,
        group,
        traceId,
        language,
        stats,
        messages,
        ranking,
        duplicates,
        softLinks,
        historyLinks,
        threads,
        participants,
        media,
        mediaHighlights,
        excerpt,
        incomplete);
  }

  /** Messages of the window before deduplication and trimming. */
  @JsonIgnore
  public int messageCount() {
    return stats.received();
  }
}
