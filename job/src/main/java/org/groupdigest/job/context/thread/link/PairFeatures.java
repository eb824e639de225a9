package org.groupdigest.job.context.thread.link;

import static org.groupdigest.job.context.thread.link.MessageStream.NONE;

import java.util.Arrays;

/** Computes the part of {@link PairFeature} that does not look at conversations. */
final class PairFeatures {

  private static final double TINY_GAP = 15;
  private static final int MOST_BETWEEN = 10;
  private static final double MOST_COMMON_TERMS = 4;

  private final MessageStream stream;
  private final LinkHistory history;

  PairFeatures(MessageStream stream, LinkHistory history) {
    this.stream = stream;
    this.history = history;
  }

  void fill(int position, int candidate, Surroundings around, CandidateRows rows) {
    Utterance message = stream.at(position);
    Utterance other = stream.at(candidate);
    nearness(position, candidate, message.second - other.second, around, rows);
    authors(candidate, message, other, rows);
    addressing(candidate, message, other, rows);
    partners(message, other, around, rows);
    wording(position, candidate, rows);
  }

  private static void nearness(
      int position, int candidate, double gap, Surroundings around, CandidateRows rows) {
    int distance = position - candidate;
    rows.set(PairFeature.GAP, Scale.seconds(gap));
    rows.set(PairFeature.GAP_TINY, gap <= TINY_GAP);
    rows.set(PairFeature.GAP_IN_TEMPO, Math.log1p(gap / (around.meanGap() + 1)) / 5);
    rows.set(PairFeature.DISTANCE, Scale.count(distance));
    rows.set(PairFeature.PREVIOUS, distance == 1);
    rows.set(PairFeature.SECOND_PREVIOUS, distance == 2);
  }

  private void authors(int candidate, Utterance message, Utterance other, CandidateRows rows) {
    boolean same = message.author == other.author;
    int ownLast = history.lastOfAuthor(message.author);
    rows.set(PairFeature.SAME_AUTHOR, same);
    rows.set(PairFeature.OWN_LAST, ownLast == candidate);
    rows.set(PairFeature.LAST_OF_ITS_AUTHOR, history.lastOfAuthor(other.author) == candidate);
    rows.set(PairFeature.OWN_BETWEEN, Scale.count(between(ownLast, candidate)));
    rows.set(
        PairFeature.ITS_AUTHOR_BETWEEN,
        Scale.count(between(history.lastOfAuthor(other.author), candidate)));
  }

  private int between(int last, int candidate) {
    int count = 0;
    for (int i = last; i > candidate && count < MOST_BETWEEN; i = stream.previousOfAuthor(i)) {
      count++;
    }
    return count;
  }

  private void addressing(int candidate, Utterance message, Utterance other, CandidateRows rows) {
    boolean addresses = message.addresses(other.author);
    boolean addressed = other.addresses(message.author);
    rows.set(PairFeature.ADDRESSES_IT, addresses);
    rows.set(PairFeature.NAMES_IT, message.names(other.author));
    rows.set(
        PairFeature.ADDRESSES_LAST, addresses && history.lastOfAuthor(other.author) == candidate);
    rows.set(PairFeature.ADDRESSED_BY_IT, addressed);
    rows.set(PairFeature.NAMED_BY_IT, other.names(message.author));
    rows.set(PairFeature.LAST_NAMING, history.lastNaming(message.author) == candidate);
    rows.set(PairFeature.SAME_ADDRESSEE, message.sharesAddressee(other));
    rows.set(PairFeature.IT_ADDRESSES_NOBODY, other.addressed.length == 0);
    rows.set(PairFeature.IT_ADDRESSES_OTHER, other.addressed.length > 0 && !addressed);
    rows.set(PairFeature.ADDRESSES_OTHER, message.addressed.length > 0 && !addresses);
  }

  private void partners(
      Utterance message, Utterance other, Surroundings around, CandidateRows rows) {
    rows.set(PairFeature.PARTNER, history.addressee(message.author) == other.author);
    rows.set(PairFeature.PARTNER_OF, history.addressee(other.author) == message.author);
    rows.set(PairFeature.NAMED_BY_IT_SOON, around.namedBySoon().contains(other.author));
    rows.set(PairFeature.NAMES_IT_SOON, around.namesSoon().contains(other.author));
  }

  private void wording(int position, int candidate, CandidateRows rows) {
    Utterance message = stream.at(position);
    Utterance other = stream.at(candidate);
    Overlap overlap = Overlap.of(stream, position, candidate);
    rows.set(PairFeature.COSINE, overlap.cosine());
    rows.set(PairFeature.COMMON_RARE, overlap.heaviest());
    rows.set(
        PairFeature.COMMON_TERMS, Math.min(overlap.count(), MOST_COMMON_TERMS) / MOST_COMMON_TERMS);
    rows.set(
        PairFeature.SAME_TEXT,
        message.terms.length > 0 && Arrays.equals(message.terms, other.terms));
    rows.set(PairFeature.IT_QUESTION, other.has(Cue.QUESTION));
    rows.set(PairFeature.IT_GREETING, other.has(Cue.GREETING));
    rows.set(PairFeature.IT_THANKS, other.has(Cue.THANKS));
    rows.set(PairFeature.IT_ANSWER, other.has(Cue.ANSWER));
    rows.set(PairFeature.IT_HELP, other.has(Cue.HELP));
    rows.set(PairFeature.IT_URL, other.has(Cue.URL));
    rows.set(PairFeature.IT_COMMAND, other.has(Cue.COMMAND));
    rows.set(PairFeature.IT_LENGTH, Scale.length(other.length));
    rows.set(PairFeature.IT_BOT, other.bot);
    boolean open = other.has(Cue.QUESTION) && history.addressee(other.author) == NONE;
    rows.set(PairFeature.OPEN_QUESTION, open);
  }
}
