package org.groupdigest.job.context.thread.link;

/** The links of a whole stream. */
public final class LinkedStream {

  private final LinkHistory history;
  private final double[] confidence;

  LinkedStream(LinkHistory history, double[] confidence) {
    this.history = history;
    this.confidence = confidence;
  }

  /** Position of the parent, or {@link MessageStream#NONE}. */
  public int parent(int position) {
    return history.parent(position);
  }

  /** How sure it is that the message answers an earlier one, 0..1; 1 for a reply link. */
  public double confidence(int position) {
    return confidence[position];
  }
}
