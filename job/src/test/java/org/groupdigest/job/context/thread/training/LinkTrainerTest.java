package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.context.thread.Chat;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.LinkModel;
import org.groupdigest.job.context.thread.link.Network;
import org.junit.jupiter.api.Test;

class LinkTrainerTest {

  private static final LinkTrainer.Settings SMALL = new LinkTrainer.Settings(6, 8, 0.02, 0, 3, 8);

  private final List<String> progress = new ArrayList<>();
  private final LinkTrainer trainer = new LinkTrainer(SMALL, CueWords.bundled(), progress::add);

  @Test
  void learnsWhoIsAddressed() {
    Network network = trainer.train(logs(30, 0), 1);

    LinkModel model = new LinkModel(List.of(network), Math.log(1.5));
    LinkScores scores =
        ThreadEvaluation.score(logs(5, 100), new ThreadBuilder(model, CueWords.bundled()));
    assertThat(scores.f1()).isGreaterThan(95);
    assertThat(progress).hasSize(SMALL.passes());
  }

  @Test
  void sameSeedGivesTheSameWeights() {
    assertThat(trainer.train(logs(4, 0), 7).weights())
        .containsExactly(trainer.train(logs(4, 0), 7).weights());
  }

  @Test
  void otherSeedGivesOtherWeights() {
    assertThat(trainer.train(logs(2, 0), 7).weights())
        .isNotEqualTo(trainer.train(logs(2, 0), 8).weights());
  }

  @Test
  void doubtIsFittedOnOtherLogs() {
    Network network = trainer.train(logs(10, 0), 1);

    LinkModel model =
        ModelFitting.withDoubt(List.of(network), logs(2, 50), CueWords.bundled(), progress::add);

    assertThat(model.networks()).containsExactly(network);
    assertThat(model.doubt()).isBetween(Math.log(1.5) - 0.61, Math.log(1.5) + 0.61);
  }

  /** Two questions and three addressed answers in turn, over and over. */
  private static List<AnnotatedLog> logs(int count, int from) {
    List<AnnotatedLog> logs = new ArrayList<>();
    for (int log = from; log < from + count; log++) {
      Chat chat = new Chat();
      Map<String, Set<String>> parents = new LinkedHashMap<>();
      for (int round = 0; round < 6; round++) {
        int second = 200 * round;
        String asker = "asker" + log + "x" + round;
        String other = "other" + log + "x" + round;
        chat.says(second, asker, "which rope is right?").says(second + 9, other, "any lunch?");
        chat.says(second + 30, "guide", asker + ": the blue one");
        chat.says(second + 50, "cook", other + ": at noon");
        int first = 4 * round + 1;
        parents.put("m" + first, Set.of("m" + first));
        parents.put("m" + (first + 1), Set.of("m" + (first + 1)));
        parents.put("m" + (first + 2), Set.of("m" + first));
        parents.put("m" + (first + 3), Set.of("m" + (first + 1)));
      }
      logs.add(new AnnotatedLog("log" + log, chat.messages(), parents));
    }
    return logs;
  }
}
