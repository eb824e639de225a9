package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.DigestStatus;
import org.junit.jupiter.api.Test;

/** An asynchronous step of a digest completes on every path, and never fails the job. */
class DraftAsyncFunctionTest {

  private static final DigestDraft DRAFT = Drafts.open(Drafts.day(0));

  /** A step whose outcome the test decides. */
  private static final class Step extends DraftAsyncFunction {

    private static final long serialVersionUID = 1L;

    private transient CompletableFuture<DigestDraft> outcome = new CompletableFuture<>();
    private transient RuntimeException thrown;
    private transient int prepared;
    private transient int applied;

    Step(DigestServices services) {
      super(services);
    }

    @Override
    protected void prepare() {
      prepared += opened() == null ? 0 : 1;
    }

    @Override
    protected CompletionStage<DigestDraft> apply(DigestDraft draft) {
      applied++;
      if (thrown != null) {
        throw thrown;
      }
      return outcome;
    }

    @Override
    protected DigestDraft onTimeout(DigestDraft draft) {
      return draft.with(List.of(), List.of(), List.of("too slow"));
    }
  }

  private final FakeServices services = new FakeServices();
  private final Step step = new Step(services);
  private final CollectedResult<DigestDraft> result = new CollectedResult<>();

  @Test
  void theServicesAreOpenedWithTheFunctionAndClosedWithIt() throws Exception {
    step.open(DefaultOpenContext.INSTANCE);
    assertThat(step.prepared).isEqualTo(1);
    assertThat(services.closed).isFalse();

    step.close();
    assertThat(services.closed).isTrue();
  }

  @Test
  void theResultOfTheStepGoesOnWhenItIsThereAndNotBefore() {
    step.asyncInvoke(DRAFT, result);
    assertThat(result.isDone()).isFalse();

    DigestDraft next = DRAFT.withDelta(null);
    step.outcome.complete(next);

    assertThat(result.value()).isSameAs(next);
  }

  @Test
  void aStepThatFailsLeavesTheDraftWithALineThatQuotesNothing() {
    step.asyncInvoke(DRAFT, result);
    step.outcome.completeExceptionally(new IllegalStateException("words of a chat"));

    assertThat(result.value().errors()).containsExactly("Step: IllegalStateException");
    assertThat(result.value().context()).isEqualTo(DRAFT.context());
  }

  @Test
  void aStepThatThrowsCompletesToo() {
    step.thrown = new IllegalArgumentException("words of a chat");

    step.asyncInvoke(DRAFT, result);

    assertThat(result.value().errors()).containsExactly("Step: IllegalArgumentException");
  }

  @Test
  void aStepThatGivesNothingCompletesToo() {
    step.asyncInvoke(DRAFT, result);
    step.outcome.complete(null);

    assertThat(result.value().errors()).containsExactly("Step: NullPointerException");
  }

  @Test
  void aStepThatTakesTooLongGivesWhatTheStepSays() {
    step.asyncInvoke(DRAFT, result);
    step.timeout(DRAFT, result);

    assertThat(result.value().errors()).containsExactly("too slow");
  }

  @Test
  void aDraftThatHasEndedPassesThroughUntouched() {
    DigestDraft ended = Drafts.ended(DigestStatus.SKIPPED_TOO_FEW_MESSAGES);

    step.asyncInvoke(ended, result);

    assertThat(result.value()).isSameAs(ended);
    assertThat(step.applied).isZero();
  }
}
