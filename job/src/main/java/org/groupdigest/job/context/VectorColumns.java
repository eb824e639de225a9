package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Vectors by number, with what a first look at them needs in two blocks of memory: a search looks
 * at thousands of them in a row, and objects spread over the heap would make it wait.
 */
final class VectorColumns {

  private static final int INITIAL = 256;

  private final List<TokenVector> vectors = new ArrayList<>();

  /** Two words a vector: bits of frequent tokens, bits of the others. */
  private long[] bits = new long[2 * INITIAL];

  /** Two numbers a vector: squared norm of all tokens, squared norm of the shared ones. */
  private double[] norms = new double[2 * INITIAL];

  private int[] lastCompared = new int[INITIAL];

  /** Adds a vector and returns its number. */
  int add(TokenVector vector) {
    int number = vectors.size();
    vectors.add(vector);
    if (number == lastCompared.length) {
      bits = Arrays.copyOf(bits, 4 * number);
      norms = Arrays.copyOf(norms, 4 * number);
      lastCompared = Arrays.copyOf(lastCompared, 2 * number);
    }
    bits[2 * number] = vector.frequentBits();
    bits[2 * number + 1] = vector.rareBits();
    norms[2 * number] = vector.normSquared();
    norms[2 * number + 1] = vector.sharedNormSquared();
    return number;
  }

  TokenVector get(int number) {
    return vectors.get(number);
  }

  /** Whether this is the first time that a search, by its number, asks for the vector. */
  boolean firstIn(int search, int number) {
    boolean first = lastCompared[number] != search;
    lastCompared[number] = search;
    return first;
  }

  /**
   * Whether cosine² may be at least a limit. By Cauchy-Schwarz over the tokens that both may have:
   * a bit that only one of them has stands for a token that only it has, and so for at least 1 of
   * its squared norm.
   */
  boolean mayReach(int number, TokenVector vector, double limit) {
    long frequent = bits[2 * number];
    long rare = bits[2 * number + 1];
    int onlyMine =
        Long.bitCount(vector.frequentBits() & ~frequent) + Long.bitCount(vector.rareBits() & ~rare);
    int onlyTheirs =
        Long.bitCount(frequent & ~vector.frequentBits()) + Long.bitCount(rare & ~vector.rareBits());
    double mine = vector.sharedNormSquared() - (double) onlyMine;
    double theirs = norms[2 * number + 1] - onlyTheirs;
    return mine * theirs >= limit * vector.normSquared() * norms[2 * number];
  }
}
