package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
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
  void nothingOfAWindowIsCachedAgainAfterItWasErased() throws Exception {
    services.erasures = window -> CompletableFuture.completedFuture(Set.of("m1"));
    function.asyncInvoke(draft, result);

    assertThat(staged().errors()).doesNotContain("erasures: store unavailable");
    assertThat(services.kept).isEmpty();
  }

  @Test
  void whileErasuresAreUnknownNothingOfTheWindowIsCached() throws Exception {
    services.erasures = window -> CompletableFuture.failedFuture(new IllegalStateException("down"));
    function.asyncInvoke(draft, result);

    assertThat(result.value().errors()).containsExactly("erasures: store unavailable");
    assertThat(staged().errors()).contains("erasures: store unavailable");
    assertThat(services.kept).isEmpty();
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
