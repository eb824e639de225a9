package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replayed window is read without what was erased; a doubt keeps it out of the caches. */
class ErasedMessagesFunctionTest {

  private final FakeServices services = new FakeServices();
  private final ErasedMessagesFunction function = new ErasedMessagesFunction(services);
  private final DigestDraft draft = Drafts.open(Drafts.day(0));
  private final CollectedResult<DigestDraft> result = new CollectedResult<>();

  @BeforeEach
  void open() throws Exception {
    function.open(DefaultOpenContext.INSTANCE);
    services.model.says(
        Stage.EMOTION_AGENT,
        Json.write(new EmotionProfile("neutral", 0.1, 0, 0.5, 0, 0, List.of())));
  }

  @Test
  void noStageReadsWhatWasErased() {
    services.erasures = window -> CompletableFuture.completedFuture(Set.of("m1"));

    function.asyncInvoke(draft, result);

    assertThat(Json.write(result.value().context())).doesNotContain("Thursday");
    assertThat(result.value().artifacts())
        .extracting(StageArtifact::stage)
        .containsExactly(Stage.INGEST_VALIDATOR, Stage.THREAD_BUILDER);
  }

  @Test
  void aWindowOfWhichNothingWasErasedIsAsItWas() {
    function.asyncInvoke(draft, result);

    assertThat(result.value()).isSameAs(draft);
  }

  @Test
  void aWindowOfWhichNothingWasErasedIsCached() throws Exception {
    function.asyncInvoke(draft, result);

    staged();
    assertThat(services.kept).extracting(StageArtifact::stage).containsExactly(Stage.EMOTION_AGENT);
  }

  @Test
  void nothingOfAWindowIsCachedAgainAfterItWasErased() throws Exception {
    services.erasures = window -> CompletableFuture.completedFuture(Set.of("m1"));
    function.asyncInvoke(draft.withContext(twoMessages()), result);

    assertThat(stagesOf(staged())).contains(Stage.EMOTION_AGENT);
    assertThat(services.kept).isEmpty();
  }

  @Test
  void aWindowOfWhichNothingIsLeftIsReadByNoStageAndSkipped() throws Exception {
    services.erasures = window -> CompletableFuture.completedFuture(Set.of("m1"));

    function.asyncInvoke(draft, result);

    assertThat(staged()).isSameAs(result.value());
    assertThat(result.value().ended()).isEqualTo(DigestStatus.SKIPPED_EMPTY_WINDOW);
    assertThat(result.value().wasAdmitted()).as("others may wait for it").isTrue();
  }

  @Test
  void whileErasuresAreUnknownNothingOfTheWindowIsCached() throws Exception {
    services.erasures = window -> CompletableFuture.failedFuture(new IllegalStateException("down"));
    function.asyncInvoke(draft, result);

    assertThat(result.value().errors()).containsExactly("erasures: store unavailable");
    assertThat(stagesOf(staged())).contains(Stage.EMOTION_AGENT);
    assertThat(services.kept).isEmpty();
  }

  private static List<Stage> stagesOf(DigestDraft of) {
    return of.artifacts().stream().map(StageArtifact::stage).toList();
  }

  private static WindowContext twoMessages() {
    return new WindowFixture()
        .message("m1", "anna", "The release moves to Thursday")
        .message("m2", "otto", "The pump arrives tomorrow")
        .build();
  }

  private DigestDraft staged() throws Exception {
    StageLevelFunction level = new StageLevelFunction(0, services);
    level.open(DefaultOpenContext.INSTANCE);
    CollectedResult<DigestDraft> staged = new CollectedResult<>();
    level.asyncInvoke(result.value(), staged);
    return staged.value();
  }

  @Test
  void aLookUpThatThrowsIsADoubtToo() {
    services.erasures =
        window -> {
          throw new IllegalStateException("ours");
        };

    function.asyncInvoke(draft, result);

    assertThat(result.value().errors()).hasSize(1);
    assertThat(result.value().uncached()).isTrue();
  }

  @Test
  void aStoreThatTakesTooLongIsADoubtToo() {
    services.erasures = window -> new CompletableFuture<>();

    function.asyncInvoke(draft, result);
    function.timeout(draft, result);

    assertThat(result.value().uncached()).isTrue();
  }
}
