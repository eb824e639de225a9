package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Groups threads and lone messages by what they are about: agglomerative clustering with average
 * linkage over cosine similarity of TF-IDF vectors. Deterministic; ties join the earliest pair.
 */
final class TopicClusterer {

  private static final double JOIN = 0.17;
  private static final int LEAD = 3;
  private static final double SPLIT_THREAD = 1;

  private final Conversation conversation;
  private final boolean alone;
  private final Set<String> names = new HashSet<>();

  /**
   * @param conversation what to group
   * @param alone whether messages are taken one by one, because nobody answers anybody
   */
  TopicClusterer(Conversation conversation, boolean alone) {
    this.conversation = conversation;
    this.alone = alone;
    for (String author : conversation.authors()) {
      names.addAll(Arrays.asList(author.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    }
  }

  /** Clusters in order of their first utterance, each in time order. */
  List<List<Utterance>> clusters() {
    List<List<Utterance>> documents = documents();
    List<List<String>> stems = documents.stream().map(this::stems).toList();
    List<SparseVector> vectors = TermWeights.of(stems).vectors(stems);
    Similarities similarities = new Similarities(documents, vectors, alone);
    for (int[] pair = similarities.closest(); pair != null; pair = similarities.closest()) {
      similarities.join(pair[0], pair[1]);
    }
    return similarities.clusters();
  }

  private List<List<Utterance>> documents() {
    List<List<Utterance>> documents = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Utterance utterance : conversation.utterances()) {
      if (utterance.automatic()) {
        continue;
      }
      if (alone || utterance.threadId() == null) {
        documents.add(List.of(utterance));
      } else if (seen.add(utterance.threadId())) {
        documents.add(people(conversation.threads().get(utterance.threadId())));
      }
    }
    return documents;
  }

  /** What programs write in a thread is no topic of the group. */
  private static List<Utterance> people(List<Utterance> thread) {
    return thread.stream().filter(one -> !one.automatic()).toList();
  }

  private List<String> stems(List<Utterance> document) {
    List<String> stems = new ArrayList<>();
    for (Utterance utterance : document) {
      utterance.sentences().stream()
          .limit(alone ? LEAD : Integer.MAX_VALUE)
          .flatMap(sentence -> sentence.terms().stream())
          .filter(term -> !term.stop() && !names.contains(term.surface().toLowerCase(Locale.ROOT)))
          .forEach(term -> stems.add(term.stem()));
    }
    return stems;
  }

  /** Average similarity between clusters, kept up to date while they grow (Lance-Williams). */
  private static final class Similarities {

    private final List<List<Utterance>> members = new ArrayList<>();
    private final double[][] similarity;
    private final int[] sizes;

    Similarities(List<List<Utterance>> documents, List<SparseVector> vectors, boolean alone) {
      int size = documents.size();
      this.similarity = new double[size][size];
      this.sizes = new int[size];
      for (int i = 0; i < size; i++) {
        members.add(new ArrayList<>(documents.get(i)));
        sizes[i] = 1;
        for (int j = 0; j < i; j++) {
          double bonus = !alone && isSplit(documents.get(i), documents.get(j)) ? SPLIT_THREAD : 0;
          double close = vectors.get(i).dot(vectors.get(j)) + bonus;
          similarity[i][j] = close;
          similarity[j][i] = close;
        }
      }
    }

    /** Parts of one long thread belong together whatever they say. */
    private static boolean isSplit(List<Utterance> a, List<Utterance> b) {
      String one = a.get(0).threadId();
      String other = b.get(0).threadId();
      return one != null && other != null && !one.equals(other) && base(one).equals(base(other));
    }

    private static String base(String threadId) {
      return threadId.replaceFirst("-part\\d+$", "");
    }

    /** The closest pair that is close enough, the earlier one first; or null. */
    int[] closest() {
      int[] pair = null;
      double most = JOIN;
      for (int i = 0; i < sizes.length; i++) {
        for (int j = 0; j < i && sizes[i] > 0; j++) {
          if (sizes[j] > 0 && similarity[i][j] > most) {
            most = similarity[i][j];
            pair = new int[] {j, i};
          }
        }
      }
      return pair;
    }

    void join(int into, int from) {
      for (int k = 0; k < sizes.length; k++) {
        double average =
            (similarity[into][k] * sizes[into] + similarity[from][k] * sizes[from])
                / (sizes[into] + sizes[from]);
        similarity[into][k] = average;
        similarity[k][into] = average;
      }
      sizes[into] += sizes[from];
      sizes[from] = 0;
      members.get(into).addAll(members.get(from));
      members.get(from).clear();
    }

    List<List<Utterance>> clusters() {
      List<List<Utterance>> clusters = new ArrayList<>();
      for (List<Utterance> one : members) {
        if (!one.isEmpty()) {
          one.sort(Comparator.comparingInt(Utterance::index));
          clusters.add(one);
        }
      }
      clusters.sort(Comparator.comparingInt(one -> one.get(0).index()));
      return clusters;
    }
  }
}
