package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
 * whose share makes the product large enough: entries are kept in {@value #BUCKETS} chains by
 * share. That is what keeps a flood of messages of one template, alike but not alike enough, from
 * being compared all with all.
 *
 * <p>Chains run from the newest entry to the oldest and a search leaves them as soon as nothing
 * older can change its result. Not thread-safe.
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
  private final int[][] newestEntries;
  private final List<TokenVector> vectors = new ArrayList<>();
  private int[] entryVector = new int[1024];
  private int[] olderEntry = new int[1024];
  private int entries;
  private int[] lastCompared = new int[256];
  private int searches;

  /** An empty index over a space of so many tokens. */
  CandidateIndex(int tokens, SimilarityThreshold hard, SimilarityThreshold soft) {
    this.hard = hard;
    this.soft = soft;
    this.hardShare = hard.square() * SLACK;
    this.softShare = soft.square() * SLACK;
    this.newestEntries = new int[tokens][];
  }

  /** Adds a vector, newer than all before it; vectors are numbered from 0. */
  void add(TokenVector vector) {
    int number = vectors.size();
    vectors.add(vector);
    lastCompared = number < lastCompared.length ? lastCompared : grown(lastCompared);
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
      search.visit(newestEntries[vector.token(i)], share);
      remaining -= squaredCount(vector, i);
    }
    return search.result();
  }

  private void list(int token, int bucket, int number) {
    if (newestEntries[token] == null) {
      newestEntries[token] = new int[BUCKETS];
      Arrays.fill(newestEntries[token], NONE);
    }
    if (entries == entryVector.length) {
      entryVector = grown(entryVector);
      olderEntry = grown(olderEntry);
    }
    entryVector[entries] = number;
    olderEntry[entries] = newestEntries[token][bucket];
    newestEntries[token][bucket] = entries++;
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

  private static int[] grown(int[] values) {
    return Arrays.copyOf(values, values.length * 2);
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
    private int hardMatch = NONE;
    private int softMatch = NONE;

    Search(TokenVector vector, int oldest) {
      this.vector = vector;
      this.oldest = oldest;
    }

    void visit(int[] chains, double share) {
      if (chains == null) {
        return;
      }
      int lowestSoft = lowestBucket(softShare, share);
      int lowestHard = lowestBucket(hardShare, share);
      for (int bucket = BUCKETS - 1; bucket >= lowestSoft; bucket--) {
        walk(chains[bucket], bucket >= lowestHard);
      }
    }

    Match result() {
      return new Match(hardMatch, softMatch);
    }

    private void walk(int newestEntry, boolean hardPossible) {
      for (int entry = newestEntry; entry != NONE; entry = olderEntry[entry]) {
        int number = entryVector[entry];
        boolean softWanted = hardMatch == NONE && number > softMatch;
        if (number < oldest || number <= hardMatch || !(softWanted || hardPossible)) {
          return;
        }
        if (lastCompared[number] != searches) {
          compare(number, softWanted ? softShare : hardShare);
        }
      }
    }

    private void compare(int number, double threshold) {
      TokenVector other = vectors.get(number);
      double norms = (double) vector.normSquared() * other.normSquared();
      if (vector.dotSquaredBound(other) < threshold * norms) {
        return;
      }
      lastCompared[number] = searches;
      long dot = vector.dot(other);
      if (hard.isReached(dot, vector.normSquared(), other.normSquared())) {
        hardMatch = Math.max(hardMatch, number);
      } else if (soft.isReached(dot, vector.normSquared(), other.normSquared())) {
        softMatch = Math.max(softMatch, number);
      }
    }
  }
}
