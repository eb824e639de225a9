package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkScorerTest {

  private static final AnnotatedLog LOG = log();

  @Test
  void rightLinksScoreFull() {
    LinkScores scores = score(found("1", null, "2", "1", "3", null, "4", "2"));

    assertThat(scores.precision()).isEqualTo(100);
    assertThat(scores.variation()).isCloseTo(100, within(1e-9));
    assertThat(scores.oneToOne()).isEqualTo(100);
    assertThat(scores.rand()).isCloseTo(100, within(1e-9));
    assertThat(scores.exact()).isEqualTo(100);
  }

  @Test
  void secondParentThatIsNotFoundCostsRecall() {
    LinkScores scores = score(found("1", null, "2", "1", "3", null, "4", "2"));

    assertThat(scores.recall()).isEqualTo(80);
    assertThat(scores.f1()).isCloseTo(2 * 100 * 80 / 180.0, within(1e-9));
  }

  @Test
  void messageThatIsNotLinkedIsALinkToItself() {
    LinkScores scores = score(Map.of());

    assertThat(scores.precision()).isEqualTo(50);
    assertThat(scores.oneToOne()).isEqualTo(50);
    assertThat(scores.exact()).isZero();
  }

  @Test
  void everythingInOneConversationIsNoBetterThanChance() {
    LinkScores scores = score(found("1", null, "2", "1", "3", "2", "4", "3"));

    assertThat(scores.rand()).isCloseTo(0, within(1e-9));
    assertThat(scores.oneToOne()).isEqualTo(75);
    double within = 0.75 * (Math.log(3) / Math.log(2));
    double entropy = 2 - within;
    assertThat(scores.variation()).isCloseTo(100 - 100 * entropy / 2, within(1e-9));
  }

  @Test
  void logsDoNotMix() {
    LinkScorer scorer = new LinkScorer();
    scorer.add(LOG, found("1", null, "2", "1", "3", null, "4", "2"));
    scorer.add(LOG, found("1", null, "2", "1", "3", null, "4", "2"));

    assertThat(scorer.scores().messages()).isEqualTo(8);
    assertThat(scorer.scores().variation()).isCloseTo(100, within(1e-9));
  }

  @Test
  void nothingAnnotatedScoresZeroLinks() {
    assertThat(new LinkScorer().scores().f1()).isZero();
  }

  private static LinkScores score(Map<String, String> found) {
    LinkScorer scorer = new LinkScorer();
    scorer.add(LOG, found);
    return scorer.scores();
  }

  private static Map<String, String> found(String... idsAndParents) {
    Map<String, String> found = new HashMap<>();
    for (int i = 0; i < idsAndParents.length; i += 2) {
      found.put(idsAndParents[i], idsAndParents[i + 1]);
    }
    return found;
  }

  private static AnnotatedLog log() {
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    parents.put("1", Set.of("1"));
    parents.put("2", Set.of("1"));
    parents.put("3", Set.of("3"));
    parents.put("4", Set.of("1", "2"));
    return new AnnotatedLog("log", List.of(), parents);
  }
}
