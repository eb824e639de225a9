package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the quality step decides is kept where the next hours look for it. */
class QualityFunctionTest {

  private static final StageArtifact FIRST =
      Drafts.artifact(Stage.SYNTHESIS_AGENT, Drafts.synthesis("The release moves"));

  private final FakeServices services = new FakeServices();
  private final QualityFunction quality = new QualityFunction(services);
  private final DigestDraft draft = Drafts.with(Drafts.open(Drafts.day(0)), FIRST);
  private final CollectedResult<DigestDraft> result = new CollectedResult<>();

  @BeforeEach
  void open() throws Exception {
    quality.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void theScoresAreKept() {
    services.model.says(Stage.EVALUATION_AGENT, Json.write(Drafts.scores(0.9)));

    quality.asyncInvoke(draft, result);

    assertThat(result.value().artifactsByStage()).containsKey("evaluation_agent");
    assertThat(services.kept)
        .extracting(StageArtifact::stage)
        .containsExactly(Stage.EVALUATION_AGENT);
  }

  /** Else whoever looks the stage up finds a text that was replaced, beside another's score. */
  @Test
  void aCorrectedTextReplacesTheOneThatIsKept() {
    services
        .model
        .says(Stage.EVALUATION_AGENT, Json.write(Drafts.scores(0.2)))
        .says(Stage.EVALUATION_AGENT, Json.write(Drafts.scores(0.9)))
        .says(Stage.SYNTHESIS_AGENT, Json.write(Drafts.synthesis("The release moves to Thursday")));

    quality.asyncInvoke(draft, result);

    assertThat(result.value().errors()).isEmpty();
    assertThat(services.kept)
        .extracting(StageArtifact::stage, StageArtifact::outcome)
        .containsExactlyInAnyOrder(
            tuple(Stage.EVALUATION_AGENT, StageOutcome.OK),
            tuple(Stage.SYNTHESIS_AGENT, StageOutcome.RETRY));
  }

  @Test
  void aJudgeThatTakesTooLongLeavesNoScore() {
    quality.timeout(draft, result);

    assertThat(result.value().artifacts()).containsExactly(FIRST);
    assertThat(result.value().errors()).containsExactly("evaluation_agent: operator_timeout");
  }

  @Test
  void theServicesAreClosedWithTheFunction() throws Exception {
    quality.close();

    assertThat(services.closed).isTrue();
  }
}
