package org.groupdigest.job.context.thread.link;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Term numbers and weights of one conversation. A term is a token cut to its first letters, a
 * language-free stand-in for a stem. Weight of a term: log((n + 1) / df) / log(n + 1), so 1 for a
 * term of one message in n and 0 for one that is everywhere; a tenth of it for stop words.
 */
final class Terms {

  private static final int STEM = 6;
  private static final double STOP_WORD_SHARE = 0.1;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final CueWords cueWords;
  private int[] documents = new int[256];
  private boolean[] stop = new boolean[256];
  private double[] weights = {};

  Terms(CueWords cueWords) {
    this.cueWords = cueWords;
  }

  /** Distinct terms of a message, ascending, names left out; counts the message. */
  int[] add(List<String> tokens, Set<String> names) {
    int[] terms =
        tokens.stream()
            .filter(token -> !names.contains(token))
            .mapToInt(this::number)
            .distinct()
            .sorted()
            .toArray();
    for (int term : terms) {
      documents[term]++;
    }
    return terms;
  }

  /** Fixes the weights after all messages have been added. */
  void weigh(int messages) {
    weights = new double[numbers.size()];
    double scale = Math.log(messages + 1.0);
    for (int term = 0; term < weights.length; term++) {
      double weight = Math.log((messages + 1.0) / documents[term]) / scale;
      weights[term] = stop[term] ? STOP_WORD_SHARE * weight : weight;
    }
  }

  /** Weight of a term, 0..1. */
  double weight(int term) {
    return weights[term];
  }

  /** Euclidean length of the weights of some terms. */
  double norm(int[] list) {
    double sum = 0;
    for (int term : list) {
      sum += weights[term] * weights[term];
    }
    return Math.sqrt(sum);
  }

  private int number(String token) {
    Integer known = numbers.get(stem(token));
    return known != null ? known : newNumber(token);
  }

  private int newNumber(String token) {
    int number = numbers.size();
    numbers.put(stem(token), number);
    if (number == documents.length) {
      documents = java.util.Arrays.copyOf(documents, 2 * number);
      stop = java.util.Arrays.copyOf(stop, 2 * number);
    }
    stop[number] = cueWords.isStopWord(token);
    return number;
  }

  private static String stem(String token) {
    return token.length() <= STEM ? token : token.substring(0, STEM);
  }
}
