package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.groupdigest.job.context.thread.Chat;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.Network;
import org.junit.jupiter.api.Test;

class TrainingRunTest {

  private final Network network = new Network(2, new double[Network.size(2)]);
  private final LinkGradient gradient = new LinkGradient(network);

  @Test
  void everyAnnotatedMessageInReachTeachesOnce() {
    run(0);

    assertThat(gradient.messages()).isEqualTo(2);
  }

  @Test
  void givenReplyTeachesNothing() {
    run(1);

    assertThat(gradient.messages()).isEqualTo(1);
  }

  @Test
  void clumsyNetworkLosesTheLogOfTheNumberOfChoices() {
    TrainingRun run = start(0);

    assertThat(run.next(network, gradient)).isZero();
    assertThat(run.next(network, gradient)).isEqualTo(Math.log(2));
    assertThat(run.next(network, gradient)).isEqualTo(Math.log(3));
    assertThat(run.next(network, gradient)).isZero();
    assertThat(run.hasNext()).isFalse();
  }

  private void run(double givenShare) {
    TrainingRun run = start(givenShare);
    while (run.hasNext()) {
      run.next(network, gradient);
    }
  }

  /** m1 is context, m2 starts, m3 answers m2, the parent of m4 is out of reach. */
  private static TrainingRun start(double givenShare) {
    Chat chat =
        new Chat()
            .says(0, "ada", "one")
            .says(1, "ben", "two")
            .says(2, "cem", "three")
            .says(3, "dan", "four");
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    parents.put("m2", Set.of("m2"));
    parents.put("m3", Set.of("m2"));
    parents.put("m4", Set.of("m0"));
    return new TrainingRun(
        new AnnotatedLog("log", chat.messages(), parents),
        CueWords.bundled(),
        givenShare,
        new SplittableRandom(3));
  }
}
