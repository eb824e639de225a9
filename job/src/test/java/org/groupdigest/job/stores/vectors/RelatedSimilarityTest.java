package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.config.StoreOptions;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.testing.Digests;
import org.groupdigest.udfs.text.HashingEmbedder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Measures from which cosine two topics are about the same, with the built-in embedder, on labelled
 * topics of invented digests: all pairs, and what a reader sees, the nearest earlier topic.
 */
class RelatedSimilarityTest {

  // The vector is handed on and never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Labelled(String about, float[] vector) {}

  private record Figures(int shown, int right, int same) {

    double precision() {
      return shown == 0 ? 1 : (double) right / shown;
    }

    double recall() {
      return (double) right / same;
    }
  }

  private static final List<Labelled> TOPICS = new ArrayList<>();

  @BeforeAll
  static void embed() throws IOException {
    HashingEmbedder embedder = new HashingEmbedder(StoreOptions.EMBEDDING_SIZE.defaultValue());
    for (String row : rows()) {
      String[] parts = row.split("\t");
      Topic plain = Digests.topic(parts[1], "low", "watch", 1, parts[2], List.of("1"));
      String text = TopicText.of(withKeywords(plain, List.of(parts[3].split(", "))));
      TOPICS.add(new Labelled(parts[0], embedder.embed(text).orElseThrow()));
    }
  }

  @Test
  void atTheDefaultWhatIsShownAsDiscussedBeforeNearlyAlwaysWas() {
    for (double threshold = 0.1; threshold < 0.8; threshold += 0.05) {
      System.out.printf(
          "similarity %.2f: pairs %s; nearest earlier topic %s%n",
          threshold, text(pairs(threshold)), text(nearest(threshold)));
    }
    double chosen = StoreOptions.RELATED_SIMILARITY.defaultValue();
    System.out.printf("default %.2f: %s; %s%n", chosen, text(pairs(chosen)), text(nearest(chosen)));
    assertThat(nearest(chosen).precision()).isGreaterThanOrEqualTo(0.95);
    assertThat(nearest(chosen).recall()).isGreaterThanOrEqualTo(0.6);
    assertThat(pairs(chosen).precision()).isGreaterThanOrEqualTo(0.9);
  }

  private static Figures pairs(double threshold) {
    int shown = 0;
    int right = 0;
    int same = 0;
    for (int i = 0; i < TOPICS.size(); i++) {
      for (int j = 0; j < i; j++) {
        boolean equal = TOPICS.get(i).about().equals(TOPICS.get(j).about());
        boolean near = cosine(TOPICS.get(i), TOPICS.get(j)) >= threshold;
        same += equal ? 1 : 0;
        shown += near ? 1 : 0;
        right += near && equal ? 1 : 0;
      }
    }
    return new Figures(shown, right, same);
  }

  /** Of each topic, the nearest of those before it. */
  private static Figures nearest(double threshold) {
    int shown = 0;
    int right = 0;
    int same = 0;
    for (int i = 0; i < TOPICS.size(); i++) {
      Labelled topic = TOPICS.get(i);
      List<Labelled> before = TOPICS.subList(0, i);
      same += before.stream().anyMatch(other -> other.about().equals(topic.about())) ? 1 : 0;
      Labelled best = null;
      for (Labelled other : before) {
        best = best == null || cosine(topic, other) > cosine(topic, best) ? other : best;
      }
      if (best != null && cosine(topic, best) >= threshold) {
        shown++;
        right += best.about().equals(topic.about()) ? 1 : 0;
      }
    }
    return new Figures(shown, right, same);
  }

  private static String text(Figures figures) {
    return "precision %.3f recall %.3f (%d shown)"
        .formatted(figures.precision(), figures.recall(), figures.shown());
  }

  private static double cosine(Labelled a, Labelled b) {
    double sum = 0;
    for (int i = 0; i < a.vector().length; i++) {
      sum += (double) a.vector()[i] * b.vector()[i];
    }
    return sum;
  }

  private static Topic withKeywords(Topic topic, List<String> keywords) {
    return new Topic(
        topic.topicId(),
        topic.title(),
        topic.priority(),
        topic.messageIds(),
        topic.threadIds(),
        topic.summary(),
        topic.summaryMessageIds(),
        topic.decision(),
        topic.decisionMessageIds(),
        topic.status(),
        topic.owners(),
        topic.blockers(),
        topic.actions(),
        keywords,
        topic.messageCount());
  }

  private static List<String> rows() throws IOException {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                RelatedSimilarityTest.class.getResourceAsStream("/topics/related.tsv"),
                StandardCharsets.UTF_8))) {
      return file.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
