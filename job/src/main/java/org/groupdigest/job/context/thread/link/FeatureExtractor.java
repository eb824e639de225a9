package org.groupdigest.job.context.thread.link;

/** Fills the feature rows of a message from the stream and the links made so far. */
public final class FeatureExtractor {

  private final MessageStream stream;
  private final LinkHistory history;
  private final Candidates candidates;
  private final MessageFeatures messageFeatures;
  private final PairFeatures pairFeatures;
  private final TalkFeatures talkFeatures;

  /** Works on one stream; {@code history} is to be kept up to date by the caller. */
  public FeatureExtractor(MessageStream stream, LinkHistory history) {
    this.stream = stream;
    this.history = history;
    this.candidates = new Candidates(stream);
    this.messageFeatures = new MessageFeatures(stream, history);
    this.pairFeatures = new PairFeatures(stream, history);
    this.talkFeatures = new TalkFeatures(stream, history);
  }

  /** Computes all rows of a message; every earlier message must have been linked. */
  public void fill(int position, CandidateRows rows) {
    rows.reset(position);
    Surroundings around = Surroundings.of(stream, position);
    messageFeatures.fill(position, around, rows);
    candidates.collect(position, history);
    for (int i = 0; i < candidates.count(); i++) {
      int candidate = candidates.get(i);
      rows.add(candidate);
      pairFeatures.fill(position, candidate, around, rows);
      talkFeatures.fill(position, candidate, rows);
    }
  }
}
