package org.groupdigest.job.context;

/**
 * Finds, among vectors added in order of time, the newest one that reaches a hard or else a soft
 * cosine: exactly, and without looking at most of them.
 *
 * <p>Prefix filtering for cosines (Bayardo, Ma, Srikant: Scaling up all pairs similarity search,
 * 2007), with tokens ordered from rare to frequent. Let w be the first token in that order which
 * two vectors share. Then dot² is at most the product of the squared norms of what each has from w
 * on (Cauchy-Schwarz). With <em>share</em> = that squared norm / the squared norm of the vector,
 * cosine² is at most the product of the two shares. So a vector is listed under its tokens only as
 * long as its share at them is at least soft², and of a token's list a search visits only entries
 * whose share makes the product large enough: entries are kept in {@value #BUCKETS} lists by share.
 * That is what keeps a flood of messages of one template, alike but not alike enough, from being
 * compared all with all.
 *
 * <p>What remains is the chat that no exact method makes cheap: tens of thousands of different
 * messages within the time, all made of the same few hundred words. There a search visits a tenth
 * of all entries or so, for some nanoseconds each.
 *
 * <p>Lists are read from the newest entry to the oldest and left as soon as nothing older can
 * change its result. Not thread-safe.
 */
final class CandidateIndex {

  /** What a search answers where there is nothing. */
  static final int NONE = -1;

  private static final int BUCKETS = 64;

  /** Keeps rounding in the bounds from losing a vector that is exactly at the threshold. */
  private static final double SLACK = 1 - 1e-9;

  private final SimilarityThreshold hard;
  private final SimilarityThreshold soft;
  private final double hardShare;
  private final double softShare;
  private final TokenPostings[] postings;
  private final VectorColumns vectors = new VectorColumns();
  private int searches;

  /** An empty index over a space of so many tokens. */
  CandidateIndex(int tokens, SimilarityThreshold hard, SimilarityThreshold soft) {
    this.hard = hard;
    this.soft = soft;
    this.hardShare = hard.square() * SLACK;
    this.softShare = soft.square() * SLACK;
    this.postings = new TokenPostings[tokens];
  }

  /** Adds a vector, newer than all before it; vectors are numbered from 0. */
  void add(TokenVector vector) {
    int number = vectors.add(vector);
    long remaining = vector.sharedNormSquared();
    for (int i = 0; i < vector.size(); i++) {
      double share = (double) remaining / vector.normSquared();
      if (share < softShare) {
        return;
      }
      list(vector.token(i), bucket(share), number);
      remaining -= squaredCount(vector, i);
    }
  }

  /** The vector with a number. */
  TokenVector vector(int number) {
    return vectors.get(number);
  }

  /** The newest match of a vector among those numbered {@code oldest} or higher. */
  Match newest(TokenVector vector, int oldest) {
    searches++;
    Search search = new Search(vector, oldest);
    long remaining = vector.sharedNormSquared();
    for (int i = 0; i < vector.size(); i++) {
      double share = (double) remaining / vector.normSquared();
      if (share < softShare) {
        break;
      }
      search.visit(postings[vector.token(i)], share);
      remaining -= squaredCount(vector, i);
    }
    return search.result();
  }

  private void list(int token, int bucket, int number) {
    if (postings[token] == null) {
      postings[token] = new TokenPostings();
    }
    postings[token].add(bucket, number);
  }

  /** Monotone in the share; everything from 1 up falls into the last bucket. */
  private int bucket(double share) {
    double place = (share - softShare) / (1 - softShare) * BUCKETS;
    return Math.max(0, Math.min(BUCKETS - 1, (int) place));
  }

  /** The lowest bucket whose entries can match a vector with this share. */
  private int lowestBucket(double threshold, double share) {
    double needed = threshold / share * SLACK;
    return needed > 1 ? BUCKETS : bucket(needed);
  }

  private static long squaredCount(TokenVector vector, int position) {
    return (long) vector.count(position) * vector.count(position);
  }

  /**
   * What a search found: numbers of vectors, or {@link #NONE}.
   *
   * @param hard the newest vector that reaches the hard cosine
   * @param soft the newest that reaches the soft one; only meaningful without a hard match
   */
  record Match(int hard, int soft) {}

  private final class Search {

    private final TokenVector vector;
    private final int oldest;
    private final double norm;
    private int hardMatch = NONE;
    private int softMatch = NONE;

    Search(TokenVector vector, int oldest) {
      this.vector = vector;
      this.oldest = oldest;
      this.norm = vector.normSquared();
    }

    void visit(TokenPostings lists, double share) {
      if (lists == null) {
        return;
      }
      int firstSoft = lists.countBelow(lowestBucket(softShare, share));
      int firstHard = lists.countBelow(lowestBucket(hardShare, share));
      for (int place = lists.count() - 1; place >= firstSoft; place--) {
        walk(lists.list(place), place >= firstHard);
      }
    }

    Match result() {
      return new Match(hardMatch, softMatch);
    }

    private void walk(PostingList list, boolean hardPossible) {
      for (int i = list.size() - 1; i >= 0; i--) {
        int number = list.get(i);
        boolean softWanted = hardMatch == NONE && number > softMatch;
        if (number < oldest || number <= hardMatch || !(softWanted || hardPossible)) {
          return;
        }
        double limit = softWanted ? softShare : hardShare;
        if (vectors.mayReach(number, vector, limit) && vectors.firstIn(searches, number)) {
          compare(number, limit);
        }
      }
    }

    private void compare(int number, double limit) {
      TokenVector other = vectors.get(number);
      double bound = vector.dotBound(other);
      if (bound * bound < limit * norm * other.normSquared()) {
        return;
      }
      long dot = vector.dot(other);
      if (hard.isReached(dot, vector.normSquared(), other.normSquared())) {
        hardMatch = Math.max(hardMatch, number);
      } else if (soft.isReached(dot, vector.normSquared(), other.normSquared())) {
        softMatch = Math.max(softMatch, number);
      }
    }
  }
}
