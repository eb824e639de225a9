package org.groupdigest.job.context.thread.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Message;
import org.groupdigest.udfs.text.Tokens;

/**
 * The messages of one conversation space (a group, or one forum topic of it) in time order, made
 * ready for linking. Positions are indexes into that order.
 */
public final class MessageStream {

  /** Stands for "no message". */
  public static final int NONE = -1;

  /** Stands for a reply to something that is not in the stream. */
  public static final int ELSEWHERE = -2;

  private static final int AROUND = 30;
  private static final Pattern BOT_NAME = Pattern.compile("(?i).*bot(u|tu)?[_\\d]*");

  private final List<Utterance> utterances;
  private final int[] replies;
  private final int[] repliesBefore;
  private final int[] previousOfAuthor;
  private final Terms terms;
  private final double[] norms;
  private final int participants;

  private MessageStream(List<Utterance> utterances, int[] replies, Terms terms, int participants) {
    this.utterances = utterances;
    this.replies = replies;
    this.terms = terms;
    this.participants = participants;
    this.norms = utterances.stream().mapToDouble(u -> terms.norm(u.terms)).toArray();
    this.repliesBefore = new int[replies.length + 1];
    for (int i = 0; i < replies.length; i++) {
      repliesBefore[i + 1] = repliesBefore[i] + (replies[i] == NONE ? 0 : 1);
    }
    this.previousOfAuthor = previousOfAuthor(utterances, participants);
  }

  /** Prepares messages that are in time order. */
  public static MessageStream of(List<Message> messages, CueWords cueWords) {
    Participants participants = new Participants(messages, cueWords);
    Terms terms = new Terms(cueWords);
    int[] replies = replies(messages);
    List<Utterance> utterances = new ArrayList<>(messages.size());
    for (int i = 0; i < replies.length; i++) {
      String answered = replies[i] < 0 ? null : messages.get(replies[i]).senderId();
      utterances.add(utterance(messages.get(i), answered, participants, terms, cueWords));
    }
    terms.weigh(messages.size());
    return new MessageStream(utterances, replies, terms, participants.count());
  }

  /** How many messages there are. */
  public int size() {
    return utterances.size();
  }

  /** How many people wrote. */
  public int participants() {
    return participants;
  }

  /**
   * The earlier message that a message answers by a reply link; {@link #NONE} without a link,
   * {@link #ELSEWHERE} when its target is not an earlier message of the stream.
   */
  public int replyOf(int position) {
    return replies[position];
  }

  /** Share of the messages around a message that have a reply link, 0..1. */
  double replyUse(int position) {
    int from = Math.max(0, position - AROUND);
    int to = Math.min(replies.length, position + AROUND + 1);
    return (repliesBefore[to] - repliesBefore[from]) / (double) (to - from);
  }

  Utterance at(int position) {
    return utterances.get(position);
  }

  /** The author's message before this one, or {@link #NONE}. */
  int previousOfAuthor(int position) {
    return previousOfAuthor[position];
  }

  /** Length of the weight vector of a message. */
  double norm(int position) {
    return norms[position];
  }

  Terms terms() {
    return terms;
  }

  private static Utterance utterance(
      Message message, String answered, Participants participants, Terms terms, CueWords cueWords) {
    String text = message.readableText();
    int author = participants.numberOf(message.senderId());
    Mentions inText = participants.mentionsIn(text, author);
    Mentions mentions =
        answered == null || answered.equals(message.senderId())
            ? inText
            : inText.addressing(participants.numberOf(answered));
    List<String> tokens =
        Tokens.of(text).stream().filter(token -> !mentions.words().contains(token)).toList();
    return new Utterance(
        author,
        message.postedAt().toEpochMilli() / 1000.0,
        mentions,
        terms.add(tokens, mentions.words()),
        tokens.size(),
        cueWords.cuesOf(text, tokens),
        message.bot() || BOT_NAME.matcher(message.author()).matches());
  }

  private static int[] replies(List<Message> messages) {
    Map<String, Integer> positions = new HashMap<>();
    int[] replies = new int[messages.size()];
    for (int i = 0; i < replies.length; i++) {
      String target = messages.get(i).replyToMessageId();
      replies[i] = target == null ? NONE : positions.getOrDefault(target, ELSEWHERE);
      positions.putIfAbsent(messages.get(i).messageId(), i);
    }
    return replies;
  }

  private static int[] previousOfAuthor(List<Utterance> utterances, int participants) {
    int[] last = new int[participants];
    Arrays.fill(last, NONE);
    int[] previous = new int[utterances.size()];
    for (int i = 0; i < previous.length; i++) {
      int author = utterances.get(i).author;
      previous[i] = last[author];
      last[author] = i;
    }
    return previous;
  }
}
