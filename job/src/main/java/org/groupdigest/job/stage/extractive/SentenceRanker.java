package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Says how much each sentence stands for the whole: TextRank (Mihalcea and Tarau, 2004) over cosine
 * similarity of TF-IDF vectors, mixed with closeness to the centre of all sentences (Radev et al.,
 * 2004). Deterministic; long inputs are cut to the sentences nearest to the centre before the graph
 * is built.
 */
final class SentenceRanker {

  private static final int GRAPH_LIMIT = 500;
  private static final int ROUNDS = 30;
  private static final double DAMPING = 0.85;
  private static final double EDGE = 0.05;

  /**
   * Scores in 0..1, the best sentence has 1; 0 for a sentence without stems.
   *
   * @param sentences stems of each sentence
   */
  double[] rank(List<List<String>> sentences) {
    List<SparseVector> vectors = TermWeights.of(sentences).vectors(sentences);
    double[] centrality = centrality(vectors);
    double[] graph = textRank(vectors, centrality);
    double[] scores = new double[vectors.size()];
    for (int i = 0; i < scores.length; i++) {
      boolean empty = sentences.get(i).isEmpty();
      scores[i] = empty ? 0 : 0.5 * centrality[i] + 0.5 * graph[i];
    }
    return normal(scores);
  }

  private static double[] centrality(List<SparseVector> vectors) {
    SparseVector centre = SparseVector.sum(vectors);
    return normal(vectors.stream().mapToDouble(vector -> vector.dot(centre)).toArray());
  }

  private static double[] textRank(List<SparseVector> vectors, double[] centrality) {
    List<Integer> nodes = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      nodes.add(i);
    }
    nodes.sort(Comparator.comparingDouble((Integer i) -> -centrality[i]).thenComparing(i -> i));
    nodes = nodes.subList(0, Math.min(GRAPH_LIMIT, nodes.size()));
    double[] ranks = walk(edges(vectors, nodes));
    double[] scores = new double[vectors.size()];
    for (int i = 0; i < ranks.length; i++) {
      scores[nodes.get(i)] = ranks[i];
    }
    return normal(scores);
  }

  private static double[][] edges(List<SparseVector> vectors, List<Integer> nodes) {
    double[][] edges = new double[nodes.size()][nodes.size()];
    for (int i = 0; i < nodes.size(); i++) {
      for (int j = 0; j < i; j++) {
        double similarity = vectors.get(nodes.get(i)).dot(vectors.get(nodes.get(j)));
        double edge = similarity > EDGE ? similarity : 0;
        edges[i][j] = edge;
        edges[j][i] = edge;
      }
    }
    return edges;
  }

  private static double[] walk(double[][] edges) {
    int size = edges.length;
    double[] out = Arrays.stream(edges).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
    double[] ranks = new double[size];
    Arrays.fill(ranks, 1.0);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[size];
      for (int i = 0; i < size; i++) {
        double in = 0;
        for (int j = 0; j < size; j++) {
          in += edges[i][j] == 0 ? 0 : ranks[j] * edges[i][j] / out[j];
        }
        next[i] = 1 - DAMPING + DAMPING * in;
      }
      ranks = next;
    }
    return ranks;
  }

  private static double[] normal(double[] scores) {
    double most = Arrays.stream(scores).max().orElse(0);
    return most <= 0 ? scores : Arrays.stream(scores).map(score -> score / most).toArray();
  }
}
