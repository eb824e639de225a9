package org.groupdigest.job.context;

import java.util.List;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;

/**
 * Everything that was found out about the messages of a window, nothing cut; {@link
 * org.groupdigest.job.model.WindowContext} is the bounded part of it that goes on.
 *
 * @param stats counts
 * @param kept what is neither empty nor a hard duplicate, in time order
 * @param messages those of them that go on, in time order
 * @param ranking all kept messages, best first
 * @param duplicates what kept messages stand for
 * @param softLinks kept messages that resemble an earlier one of the window
 * @param historyLinks kept messages that resemble one of an earlier window
 * @param threads conversations among {@code messages}
 * @param participants everyone who wrote, most active first
 * @param media attachments in numbers
 * @param mediaHighlights attachments worth showing, best first
 * @param excerpt ids of messages that show the conversation, in time order
 */
public record ContextAssembly(
    ContextStats stats,
    List<Message> kept,
    List<Message> messages,
    List<RankedMessage> ranking,
    List<DuplicateGroup> duplicates,
    List<MessageLink> softLinks,
    List<MessageLink> historyLinks,
    List<MessageThread> threads,
    List<ParticipantStats> participants,
    MediaStats media,
    List<MediaHighlight> mediaHighlights,
    List<String> excerpt) {}
