package org.groupdigest.job.context.thread.link;

/** Links the messages of a stream one after the other with a model. */
public final class LinkDecoder {

  /** Links with less confidence are not made. */
  public static final double MIN_CONFIDENCE = 0.6;

  private final LinkModel model;

  /** Decodes with a model. */
  public LinkDecoder(LinkModel model) {
    this.model = model;
  }

  /**
   * Links all messages. A message with a reply link is linked by it, also to nothing when its
   * target is not in the stream.
   */
  public LinkedStream decode(MessageStream stream) {
    LinkHistory history = new LinkHistory(stream);
    FeatureExtractor extractor = new FeatureExtractor(stream, history);
    CandidateRows rows = new CandidateRows();
    double[] confidence = new double[stream.size()];
    for (int position = 0; position < stream.size(); position++) {
      int reply = stream.replyOf(position);
      if (reply == MessageStream.NONE) {
        confidence[position] = linkByModel(position, extractor, rows, history);
      } else {
        confidence[position] = reply >= 0 ? 1 : 0;
        history.link(position, Math.max(reply, MessageStream.NONE), true);
      }
    }
    return new LinkedStream(history, confidence);
  }

  private double linkByModel(
      int position, FeatureExtractor extractor, CandidateRows rows, LinkHistory history) {
    extractor.fill(position, rows);
    double[] probabilities = model.probabilities(rows);
    int best = LinkModel.bestRow(probabilities);
    double confidence = model.confidence(probabilities, best);
    boolean linked = confidence >= MIN_CONFIDENCE;
    history.link(position, linked ? rows.position(best) : MessageStream.NONE, false);
    return confidence;
  }
}
