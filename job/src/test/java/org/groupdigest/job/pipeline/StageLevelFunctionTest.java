package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stages of a level run side by side; what one does is no matter of the other. */
class StageLevelFunctionTest {

  private static final Stage SEGMENTS = Stage.SEGMENTER_AGENT;
  private static final Stage EMOTION = Stage.EMOTION_AGENT;
  private static final String NO_UNITS = Json.write(new Segments(List.of()));
  private static final String CALM =
      Json.write(new EmotionProfile("neutral", 0.1, 0, 0.5, 0, 0, List.of()));

  private final FakeServices services = new FakeServices();
  private final StageLevelFunction level = new StageLevelFunction(0, services);
  private final DigestDraft draft = Drafts.open(Drafts.day(0));

  @BeforeEach
  void open() throws Exception {
    level.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void everyStageLeavesItsArtifactAndItsReport() {
    services.model.says(SEGMENTS, NO_UNITS).says(EMOTION, CALM);

    DigestDraft next = invoke();

    assertThat(next.artifacts())
        .extracting(StageArtifact::stage)
        .containsExactly(SEGMENTS, EMOTION);
    assertThat(next.reports())
        .containsExactly(
            new StageReport(SEGMENTS, "ok", "model-1", 1, 0, ""),
            new StageReport(EMOTION, "ok", "model-1", 1, 0, ""));
    assertThat(next.errors()).isEmpty();
    assertThat(services.kept).containsExactlyElementsOf(next.artifacts());
  }

  @Test
  void aStageKnowsTheWindowItsLanguageAndWhatCameBefore() {
    services.model.says(EMOTION, CALM);
    StageArtifact before = Drafts.artifact(Stage.THREAD_BUILDER, List.of());

    invoke(Drafts.with(draft, before));

    StageRequest request = services.model.requests(EMOTION).get(0);
    assertThat(request.context()).isEqualTo(draft.context());
    assertThat(request.language()).isEqualTo("en");
    assertThat(request.attempt()).isEqualTo(1);
    assertThat(request.notes()).isEmpty();
    assertThat(request.artifacts()).containsExactly(Map.entry("thread_builder", before));
  }

  @Test
  void theStagesAreAskedSideBySide() {
    CompletableFuture<StageAnswer> slow = new CompletableFuture<>();
    services.builtIn.says(EMOTION, CALM);
    services.engine =
        request -> request.stage() == SEGMENTS ? slow : services.builtIn.answer(request);
    CollectedResult<DigestDraft> result = new CollectedResult<>();
    reopen();

    level.asyncInvoke(draft, result);

    assertThat(services.builtIn.requests(EMOTION)).as("asked while the other thinks").hasSize(1);
    assertThat(result.isDone()).isFalse();
    slow.complete(StageAnswer.Text.withoutModel(NO_UNITS, "model-1", "1"));
    assertThat(result.value().artifacts()).hasSize(2);
  }

  @Test
  void aStageThatFailsLeavesAnErrorAndNoArtifact() {
    services.model.says(SEGMENTS, NO_UNITS).fails(EMOTION, "http_500");
    services.builtIn.fails(EMOTION, "no_words");

    DigestDraft next = invoke();

    assertThat(next.artifacts()).extracting(StageArtifact::stage).containsExactly(SEGMENTS);
    assertThat(next.errors()).containsExactly("emotion_agent: no_words");
    assertThat(next.reports()).contains(new StageReport(EMOTION, "failed", "", 2, 0, "no_words"));
    assertThat(services.kept).as("a failure is never kept as a result").hasSize(1);
  }

  @Test
  void aStandInSaysThatItIsOne() {
    services.model.says(SEGMENTS, NO_UNITS).fails(EMOTION, "http_500");
    services.builtIn.says(EMOTION, CALM);

    StageArtifact emotion = invoke().artifactsByStage().get("emotion_agent");

    assertThat(emotion.outcome()).isEqualTo(StageOutcome.FALLBACK);
    assertThat(emotion.modelId()).isEqualTo("extractive-1");
  }

  @Test
  void aLevelThatTakesTooLongFailsEachOfItsStages() {
    CollectedResult<DigestDraft> result = new CollectedResult<>();

    level.timeout(draft, result);

    assertThat(result.value().errors())
        .containsExactly("segmenter_agent: operator_timeout", "emotion_agent: operator_timeout");
    assertThat(result.value().reports()).extracting(StageReport::outcome).containsOnly("failed");
  }

  @Test
  void theServicesAreClosedWithTheFunction() throws Exception {
    level.close();

    assertThat(services.closed).isTrue();
  }

  private void reopen() {
    try {
      level.open(DefaultOpenContext.INSTANCE);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private DigestDraft invoke() {
    return invoke(draft);
  }

  private DigestDraft invoke(DigestDraft input) {
    CollectedResult<DigestDraft> result = new CollectedResult<>();
    level.asyncInvoke(input, result);
    return result.value();
  }
}
