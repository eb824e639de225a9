package org.groupdigest.job.context.thread.link;

/**
 * Words that two messages share.
 *
 * @param cosine cosine of the weight vectors, 0..1
 * @param heaviest weight of the heaviest common term, 0..1
 * @param count common terms that weigh more than a stop word
 */
record Overlap(double cosine, double heaviest, int count) {

  private static final double STOP_WORD_WEIGHT = 0.1;
  private static final Overlap NOTHING = new Overlap(0, 0, 0);

  /** Compares two messages of a stream. */
  static Overlap of(MessageStream stream, int first, int second) {
    Terms terms = stream.terms();
    int[] a = stream.at(first).terms;
    int[] b = stream.at(second).terms;
    double dot = 0;
    double heaviest = 0;
    int count = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        double weight = terms.weight(a[i]);
        dot += weight * weight;
        heaviest = Math.max(heaviest, weight);
        count += weight > STOP_WORD_WEIGHT ? 1 : 0;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return dot == 0
        ? NOTHING
        : new Overlap(dot / (stream.norm(first) * stream.norm(second)), heaviest, count);
  }
}
