package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The bundled model stays clear of simple rules on chats it was not trained on. Skipped without the
 * development data.
 */
class ThreadFloorTest {

  private static final int SAMPLE = 5;

  private final ThreadBuilder builder = ThreadBuilder.bundled();
  private ThreadCorpora corpora;

  @BeforeEach
  void needsDevelopmentData() {
    Optional<Path> data = ThreadCorpora.find();
    assumeTrue(data.isPresent(), "no development data beside the repository");
    corpora = new ThreadCorpora(data.get());
  }

  @Test
  void crowdedChannelIsLinkedFarBetterThanByAPlainRule() throws IOException {
    LinkScores scores = score(corpora.heldOutStretches(false));

    assertThat(scores.f1()).isGreaterThan(70);
    assertThat(scores.variation()).isGreaterThan(89);
    assertThat(scores.oneToOne()).isGreaterThan(69);
  }

  @Test
  void replyLinksHelpTheOtherMessagesToo() throws IOException {
    assertThat(score(corpora.heldOutStretches(true)).f1()).isGreaterThan(81);
  }

  @Test
  void otherChannelsAreLinkedToo() throws IOException {
    assertThat(ThreadEvaluation.score(corpora.heldOutChannels(), builder).f1()).isGreaterThan(67);
  }

  @Test
  void shortDialoguesAreLinkedBetterThanByThePreviousMessage() throws IOException {
    assertThat(ThreadEvaluation.score(corpora.heldOutDialogues(), builder).f1()).isGreaterThan(73);
  }

  @Test
  void nothingHeldOutIsTrainedOn() throws IOException {
    List<String> trained = corpora.trainingLogs().stream().map(AnnotatedLog::name).toList();

    assertThat(trained).hasSizeGreaterThan(60);
    assertThat(trained)
        .doesNotContainAnyElementsOf(
            corpora.selectionLogs().stream().map(AnnotatedLog::name).toList());
    assertThat(trained).noneMatch(name -> name.startsWith("2007") || name.startsWith("2008"));
  }

  private LinkScores score(List<AnnotatedLog> stretches) {
    return ThreadEvaluation.score(stretches.subList(0, SAMPLE), builder);
  }
}
