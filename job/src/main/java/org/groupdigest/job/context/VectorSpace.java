package org.groupdigest.job.context;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.udfs.text.Tokens;

/**
 * Texts as {@link TokenVector}s over one numbering of their tokens: the fewer texts have a token,
 * the lower its number. Built once for all texts of a window and its history.
 */
final class VectorSpace {

  private final TokenVector[] vectors;
  private final int size;

  private VectorSpace(int texts, int size) {
    this.vectors = new TokenVector[texts];
    this.size = size;
  }

  /** The space of some texts. */
  static VectorSpace of(List<String> texts) {
    Map<String, Integer> numbers = new HashMap<>();
    int[][] tokens = new int[texts.size()][];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = number(Tokens.of(texts.get(i)), numbers);
    }
    int[] texted = textsByToken(tokens, numbers.size());
    int[] ranks = ranks(texted);
    VectorSpace space = new VectorSpace(tokens.length, 1 + highest(ranks));
    for (int i = 0; i < tokens.length; i++) {
      space.vectors[i] = space.vector(tokens[i], ranks);
    }
    return space;
  }

  /** The vector of the text at a position of the list. */
  TokenVector vector(int text) {
    return vectors[text];
  }

  /** How many tokens occur in more than one text: every listed token is below this. */
  int size() {
    return size;
  }

  private static int[] number(List<String> tokens, Map<String, Integer> numbers) {
    int[] numbered = new int[tokens.size()];
    for (int i = 0; i < numbered.length; i++) {
      Integer next = numbers.size();
      Integer known = numbers.putIfAbsent(tokens.get(i), next);
      numbered[i] = known == null ? next : known;
    }
    Arrays.sort(numbered);
    return numbered;
  }

  private static int[] textsByToken(int[][] sortedTokens, int numbers) {
    int[] texts = new int[numbers];
    for (int[] tokens : sortedTokens) {
      for (int i = 0; i < tokens.length; i++) {
        texts[tokens[i]] += i == 0 || tokens[i] != tokens[i - 1] ? 1 : 0;
      }
    }
    return texts;
  }

  /** The rank by rarity of each token that occurs in more than one text, -1 for the others. */
  private static int[] ranks(int[] texts) {
    int[] starts = new int[Arrays.stream(texts).max().orElse(0) + 2];
    for (int count : texts) {
      starts[count + 1] += count > 1 ? 1 : 0;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] ranks = new int[texts.length];
    for (int token = 0; token < ranks.length; token++) {
      ranks[token] = texts[token] > 1 ? starts[texts[token]]++ : -1;
    }
    return ranks;
  }

  private TokenVector vector(int[] sortedTokens, int[] ranks) {
    long[] ranked = new long[sortedTokens.length];
    int listed = 0;
    long ownNormSquared = 0;
    for (int start = 0, end; start < sortedTokens.length; start = end) {
      end = endOfRun(sortedTokens, start);
      int rank = ranks[sortedTokens[start]];
      long count = (long) end - start;
      if (rank < 0) {
        ownNormSquared += count * count;
      } else {
        ranked[listed++] = (long) rank << Integer.SIZE | count;
      }
    }
    Arrays.sort(ranked, 0, listed);
    return unpack(ranked, listed, ownNormSquared, sortedTokens.length);
  }

  private TokenVector unpack(long[] ranked, int listed, long ownNormSquared, long total) {
    int[] tokens = new int[listed];
    int[] counts = new int[listed];
    for (int i = 0; i < listed; i++) {
      tokens[i] = (int) (ranked[i] >>> Integer.SIZE);
      counts[i] = (int) ranked[i];
    }
    return new TokenVector(tokens, counts, ownNormSquared, total, size);
  }

  private static int highest(int[] ranks) {
    return Arrays.stream(ranks).max().orElse(-1);
  }

  private static int endOfRun(int[] sorted, int start) {
    int end = start + 1;
    while (end < sorted.length && sorted[end] == sorted[start]) {
      end++;
    }
    return end;
  }
}
