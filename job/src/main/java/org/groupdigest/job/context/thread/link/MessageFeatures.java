package org.groupdigest.job.context.thread.link;

import static org.groupdigest.job.context.thread.link.MessageStream.NONE;

import java.util.HashSet;
import java.util.Set;

/** Computes {@link MessageFeature}. */
final class MessageFeatures {

  private static final int SHORT = 3;
  private static final int EARLY = 50;
  private static final int NOVELTY_WINDOW = 30;

  private final MessageStream stream;
  private final LinkHistory history;

  MessageFeatures(MessageStream stream, LinkHistory history) {
    this.stream = stream;
    this.history = history;
  }

  void fill(int position, Surroundings around, CandidateRows rows) {
    Utterance message = stream.at(position);
    wording(message, rows);
    own(position, message, rows);
    rows.set(MessageFeature.TEMPO, Scale.seconds(around.meanGap()));
    rows.set(MessageFeature.CROWD, around.crowd());
    rows.set(MessageFeature.POSITION, Math.min(position, EARLY) / (double) EARLY);
    rows.set(MessageFeature.NAMED_SOON, !around.namedBySoon().isEmpty());
    rows.set(MessageFeature.NAMES_SOON, !around.namesSoon().isEmpty());
    rows.set(MessageFeature.REPLY_USE, stream.replyUse(position));
    rows.set(MessageFeature.NOVELTY, novelty(position, message));
    if (position > 0) {
      rows.set(
          MessageFeature.SILENCE, Scale.seconds(message.second - stream.at(position - 1).second));
    }
  }

  private static void wording(Utterance message, CandidateRows rows) {
    rows.set(MessageFeature.ADDRESSES, message.addressed.length > 0);
    rows.set(MessageFeature.NAMES, message.named.length > 0);
    rows.set(MessageFeature.ADDRESSES_STRANGER, message.strangerAddressed);
    rows.set(MessageFeature.QUESTION, message.has(Cue.QUESTION));
    rows.set(MessageFeature.GREETING, message.has(Cue.GREETING));
    rows.set(MessageFeature.THANKS, message.has(Cue.THANKS));
    rows.set(MessageFeature.ANSWER, message.has(Cue.ANSWER));
    rows.set(MessageFeature.CONTINUATION, message.has(Cue.CONTINUATION));
    rows.set(MessageFeature.HELP, message.has(Cue.HELP));
    rows.set(MessageFeature.URL, message.has(Cue.URL));
    rows.set(MessageFeature.COMMAND, message.has(Cue.COMMAND));
    rows.set(MessageFeature.LAUGH, message.has(Cue.LAUGH));
    rows.set(MessageFeature.LENGTH, Scale.length(message.length));
    rows.set(MessageFeature.SHORT, message.length <= SHORT);
    rows.set(MessageFeature.BOT, message.bot);
  }

  private void own(int position, Utterance message, CandidateRows rows) {
    int last = history.lastOfAuthor(message.author);
    int naming = history.lastNaming(message.author);
    rows.set(MessageFeature.NEW_AUTHOR, last == NONE);
    rows.set(MessageFeature.SPOKEN_TO, naming != NONE && naming > last);
    if (last != NONE) {
      rows.set(MessageFeature.OWN_GAP, Scale.seconds(message.second - stream.at(last).second));
      rows.set(MessageFeature.OWN_DISTANCE, Scale.count(position - last));
      rows.set(MessageFeature.FOLLOWS_ITSELF, last == position - 1);
      int parent = history.parent(last);
      rows.set(MessageFeature.IN_TALK, parent >= 0 && stream.at(parent).author != message.author);
    }
  }

  private double novelty(int position, Utterance message) {
    Set<Integer> seen = new HashSet<>();
    for (int i = Math.max(0, position - NOVELTY_WINDOW); i < position; i++) {
      for (int term : stream.at(i).terms) {
        seen.add(term);
      }
    }
    double all = 0;
    double fresh = 0;
    for (int term : message.terms) {
      double weight = stream.terms().weight(term);
      all += weight;
      fresh += seen.contains(term) ? 0 : weight;
    }
    return all == 0 ? 0 : fresh / all;
  }
}
