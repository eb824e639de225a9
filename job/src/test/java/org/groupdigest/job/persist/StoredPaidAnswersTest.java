package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;
import org.junit.jupiter.api.Test;

/** How two stores make one. */
class StoredPaidAnswersTest {
  private static final CallKey KEY = SampleCalls.key("garden", "plots", "w-1");

  private final Store quick = new Store();
  private final Store lasting = new Store();
  private final PaidAnswers both = new StoredPaidAnswers(quick, lasting);

  @Test
  void whatTheQuickOneHasTheOtherIsNotAskedFor() {
    CompletionStage<Optional<PaidAnswer>> found = both.find(KEY);
    quick.finding.complete(Optional.of(SampleCalls.ANSWER));
    assertThat(found).isCompletedWithValue(Optional.of(SampleCalls.ANSWER));
    assertThat(lasting.asked).isZero();
  }

  @Test
  void whatTheQuickOneHasLostTheOtherStillHas() {
    CompletionStage<Optional<PaidAnswer>> found = both.find(KEY);
    quick.finding.complete(Optional.empty());
    assertThat(found).isNotDone();
    lasting.finding.complete(Optional.of(SampleCalls.ANSWER));
    assertThat(found).isCompletedWithValue(Optional.of(SampleCalls.ANSWER));
  }

  @Test
  void anAnswerGoesToBothAndOneThatIsSlowHoldsNothingUp() {
    CompletionStage<Boolean> safe = both.save(KEY, SampleCalls.ANSWER);
    assertThat(quick.saved).isOne();
    assertThat(lasting.saved).isOne();
    assertThat(safe).isNotDone();
    quick.saving.complete(true);
    assertThat(safe).isCompletedWithValue(true);
  }

  @Test
  void withTheQuickOneAwayTheOtherMakesItSafe() {
    CompletionStage<Boolean> safe = both.save(KEY, SampleCalls.ANSWER);
    quick.saving.complete(false);
    assertThat(safe).isNotDone();
    lasting.saving.complete(true);
    assertThat(safe).isCompletedWithValue(true);
  }

  @Test
  void withTheLastingOneAwayTheQuickOneMakesItSafe() {
    CompletionStage<Boolean> safe = both.save(KEY, SampleCalls.ANSWER);
    lasting.saving.complete(false);
    assertThat(safe).isNotDone();
    quick.saving.complete(true);
    assertThat(safe).isCompletedWithValue(true);
  }

  @Test
  void whatNeitherKeptIsNotSafe() {
    CompletionStage<Boolean> safe = both.save(KEY, SampleCalls.ANSWER);
    lasting.saving.complete(false);
    quick.saving.complete(false);
    assertThat(safe).isCompletedWithValue(false);
  }

  @Test
  void withoutAnyStoreNothingIsFoundAndNothingIsSafe() {
    PaidAnswers none = new StoredPaidAnswers(null, null, Clock.systemUTC());
    assertThat(none.save(KEY, SampleCalls.ANSWER)).isCompletedWithValue(false);
    assertThat(none.find(KEY)).isCompletedWithValue(Optional.empty());
  }

  /** Answers when it is told to. */
  private static final class Store implements PaidAnswers {
    private final CompletableFuture<Optional<PaidAnswer>> finding = new CompletableFuture<>();
    private final CompletableFuture<Boolean> saving = new CompletableFuture<>();
    private int asked;
    private int saved;

    @Override
    public CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
      asked++;
      return finding;
    }

    @Override
    public CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
      saved++;
      return saving;
    }
  }
}
