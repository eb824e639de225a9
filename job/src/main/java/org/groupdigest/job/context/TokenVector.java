package org.groupdigest.job.context;

import java.util.Arrays;

/**
 * The token counts of one text inside a {@link VectorSpace}: tokens as numbers, rarest first.
 * Tokens that no other text of the space has are not listed, for they add to no dot product; they
 * are part of the norm and of the total.
 */
final class TokenVector {

  private static final int MERGE_FACTOR = 16;

  private final int[] tokens;
  private final int[] counts;
  private final long normSquared;
  private final long sharedNormSquared;
  private final long total;
  private final int highest;
  private final long rareBits;
  private final long frequentBits;

  /**
   * Makes a vector.
   *
   * @param tokens tokens that other texts have too, ascending
   * @param counts how often each occurs
   * @param ownNormSquared sum of squared counts of the tokens that only this text has
   * @param total tokens in all, repeats and unshared ones included
   * @param spaceSize tokens of the space: the last 64 are the most frequent ones
   */
  TokenVector(int[] tokens, int[] counts, long ownNormSquared, long total, int spaceSize) {
    this.tokens = tokens;
    this.counts = counts;
    this.total = total;
    long sum = 0;
    int most = 0;
    long rare = 0;
    long frequent = 0;
    for (int i = 0; i < tokens.length; i++) {
      sum += (long) counts[i] * counts[i];
      most = Math.max(most, counts[i]);
      int fromEnd = spaceSize - 1 - tokens[i];
      if (fromEnd < Long.SIZE) {
        frequent |= 1L << fromEnd;
      } else {
        rare |= 1L << ((tokens[i] * 0x9E3779B9) >>> 26);
      }
    }
    this.sharedNormSquared = sum;
    this.normSquared = sum + ownNormSquared;
    this.highest = most;
    this.rareBits = rare;
    this.frequentBits = frequent;
  }

  int size() {
    return tokens.length;
  }

  int token(int position) {
    return tokens[position];
  }

  int count(int position) {
    return counts[position];
  }

  /** Squared Euclidean norm of all counts. */
  long normSquared() {
    return normSquared;
  }

  /** Squared norm of the listed tokens alone. */
  long sharedNormSquared() {
    return sharedNormSquared;
  }

  /** Tokens of the text, repeats included. */
  long total() {
    return total;
  }

  /** A bit for each of the 64 most frequent tokens of the space that it has. */
  long frequentBits() {
    return frequentBits;
  }

  /** A bit for each of its other listed tokens; those of several tokens may coincide. */
  long rareBits() {
    return rareBits;
  }

  /** A number not below the dot product: by Hölder, the highest count times the other's total. */
  double dotBound(TokenVector other) {
    return Math.min((double) highest * other.total, (double) other.highest * total);
  }

  /** The cosine with the vector of another text; 0 where one of the two has no token. */
  double cosine(TokenVector other) {
    double norms = Math.sqrt((double) normSquared) * Math.sqrt((double) other.normSquared);
    return norms == 0 ? 0 : dot(other) / norms;
  }

  /** The dot product, in time of the shorter vector times the logarithm of a much longer one. */
  long dot(TokenVector other) {
    TokenVector small = size() <= other.size() ? this : other;
    TokenVector large = small == this ? other : this;
    return large.size() / MERGE_FACTOR > small.size()
        ? small.dotBySearch(large)
        : small.dotByMerge(large);
  }

  private long dotByMerge(TokenVector other) {
    long dot = 0;
    int i = 0;
    int j = 0;
    while (i < tokens.length && j < other.tokens.length) {
      int difference = Integer.compare(tokens[i], other.tokens[j]);
      if (difference == 0) {
        dot += (long) counts[i] * other.counts[j];
      }
      i += difference <= 0 ? 1 : 0;
      j += difference >= 0 ? 1 : 0;
    }
    return dot;
  }

  private long dotBySearch(TokenVector large) {
    long dot = 0;
    for (int i = 0; i < tokens.length; i++) {
      int found = Arrays.binarySearch(large.tokens, tokens[i]);
      dot += found >= 0 ? (long) counts[i] * large.counts[found] : 0;
    }
    return dot;
  }
}
