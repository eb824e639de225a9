package org.groupdigest.job.context.thread.link;

import java.util.HashMap;
import java.util.Map;

/** Computes the part of {@link PairFeature} that looks at the links made so far. */
final class TalkFeatures {

  private static final int RECENT = 3;

  private final MessageStream stream;
  private final LinkHistory history;
  private final Map<Integer, Double> cosines = new HashMap<>();
  private int cosinesOf = MessageStream.NONE;

  TalkFeatures(MessageStream stream, LinkHistory history) {
    this.stream = stream;
    this.history = history;
  }

  void fill(int position, int candidate, CandidateRows rows) {
    Utterance message = stream.at(position);
    Utterance other = stream.at(candidate);
    answers(candidate, message, other, rows);
    origin(candidate, message, other, rows);
    members(candidate, message, rows);
    freshness(position, candidate, rows);
    rows.set(PairFeature.LINKED_PARTNER, history.partner(message.author) == other.author);
    rows.set(PairFeature.LINKED_PARTNER_OF, history.partner(other.author) == message.author);
    rows.set(PairFeature.TALKED, Scale.count(history.linksBetween(message.author, other.author)));
    rows.set(PairFeature.KNOWN_PARTNER, history.knownPartner(message.author) == other.author);
  }

  private void answers(int candidate, Utterance message, Utterance other, CandidateRows rows) {
    rows.set(PairFeature.ANSWERED, Scale.count(history.answers(candidate)));
    rows.set(PairFeature.ANSWERED_BY_AUTHOR, history.answeredBy(candidate, message.author));
    rows.set(PairFeature.CONTINUED_BY_ITSELF, history.answeredBy(candidate, other.author));
  }

  private void origin(int candidate, Utterance message, Utterance other, CandidateRows rows) {
    int parent = history.parent(candidate);
    rows.set(PairFeature.IT_STARTS, parent < 0);
    if (parent >= 0) {
      int answered = stream.at(parent).author;
      boolean answersAuthor = answered == message.author && answered != other.author;
      rows.set(PairFeature.IT_ANSWERS_AUTHOR, answersAuthor);
      rows.set(PairFeature.KNOWN_ANSWER_TO_AUTHOR, answersAuthor && history.isKnown(candidate));
      rows.set(PairFeature.IT_CONTINUES_ITSELF, answered == other.author);
    }
  }

  private void members(int candidate, Utterance message, CandidateRows rows) {
    int last = history.lastOfAuthor(message.author);
    boolean addresseeInTalk = false;
    for (int addressee : message.addressed) {
      addresseeInTalk |= history.inTalk(candidate, addressee);
    }
    rows.set(PairFeature.AUTHOR_IN_TALK, history.inTalk(candidate, message.author));
    rows.set(
        PairFeature.AUTHOR_LAST_IN_TALK,
        last >= 0 && history.talk(last) == history.talk(candidate));
    rows.set(PairFeature.ADDRESSEE_IN_TALK, addresseeInTalk);
  }

  private void freshness(int position, int candidate, CandidateRows rows) {
    int last = history.lastOfTalk(candidate);
    rows.set(PairFeature.LAST_OF_TALK, last == candidate);
    rows.set(PairFeature.TALK_SINCE, Scale.count(history.talkSince(candidate)));
    rows.set(PairFeature.TALK_SIZE, Scale.count(history.talkSize(candidate)));
    rows.set(
        PairFeature.TALK_SILENCE,
        Scale.seconds(stream.at(position).second - stream.at(last).second));
    rows.set(PairFeature.TALK_COSINE, talkCosine(position, candidate, last));
  }

  private double talkCosine(int position, int candidate, int last) {
    if (position != cosinesOf) {
      cosinesOf = position;
      cosines.clear();
    }
    return cosines.computeIfAbsent(history.talk(candidate), talk -> talkCosine(position, last));
  }

  private double talkCosine(int position, int last) {
    double best = 0;
    int i = last;
    for (int n = 0; i >= 0 && n < RECENT; n++) {
      best = Math.max(best, Overlap.of(stream, position, i).cosine());
      i = history.previousOfTalk(i);
    }
    return best;
  }
}
