package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.Test;

class QuotaBacklogTest {
  private static final Duration WINDOW = Duration.ofHours(24);
  private static final QuotaAccount ONE = new QuotaAccount("garden", "pro", 10, 1_000);
  private static final QuotaAccount OTHER = new QuotaAccount("harbour", "pro", 10, 1_000);

  private final SettableClock clock = new SettableClock(SampleDigests.MORNING);
  private final List<QuotaCommand> sent = new ArrayList<>();
  private final List<CompletableFuture<Boolean>> replies = new ArrayList<>();
  private final QuotaBacklog backlog = new QuotaBacklog(this::send, clock, WINDOW);

  @Test
  void withNothingToTellThereIsNothingToWaitFor() {
    assertThat(backlog.drain(key(ONE))).isCompletedWithValue(true);
    assertThat(backlog.drainAll()).isCompletedWithValue(true);
    assertThat(sent).isEmpty();
  }

  @Test
  void stepsOfAnAccountAreSentOneAfterTheOther() {
    QuotaCommand first = add(ONE, "a");
    QuotaCommand second = add(ONE, "b");
    CompletionStage<Boolean> drained = backlog.drain(key(ONE));
    assertThat(sent).containsExactly(first);
    reply(true);
    assertThat(sent).containsExactly(first, second);
    assertThat(drained).isNotDone();
    reply(true);
    assertThat(drained).isCompletedWithValue(true);
  }

  @Test
  void aStepThatWasNotConfirmedIsSentAgainAndNoLaterOneBefore() {
    QuotaCommand first = add(ONE, "a");
    QuotaCommand second = add(ONE, "b");
    CompletionStage<Boolean> drained = backlog.drain(key(ONE));
    reply(false);
    assertThat(drained).isCompletedWithValue(false);
    assertThat(sent).containsExactly(first);
    backlog.drain(key(ONE));
    reply(true);
    assertThat(sent).containsExactly(first, first, second);
  }

  @Test
  void oneDrainAtATimeAlsoSendsWhatWasAddedMeanwhile() {
    add(ONE, "a");
    CompletionStage<Boolean> drained = backlog.drain(key(ONE));
    QuotaCommand late = add(ONE, "b");
    CompletionStage<Boolean> joined = backlog.drain(key(ONE));
    assertThat(sent).hasSize(1);
    reply(true);
    assertThat(joined).isNotDone();
    assertThat(sent).endsWith(late);
    reply(true);
    assertThat(drained).isCompletedWithValue(true);
    assertThat(joined).isCompletedWithValue(true);
  }

  @Test
  void accountsDoNotWaitForEachOther() {
    add(ONE, "a");
    add(OTHER, "b");
    CompletionStage<Boolean> all = backlog.drainAll();
    assertThat(sent).hasSize(2);
    reply(true);
    assertThat(all).isNotDone();
    reply(false);
    assertThat(all).isCompletedWithValue(false);
    assertThat(sent).extracting(QuotaCommand::key).containsExactlyInAnyOrder(key(ONE), key(OTHER));
  }

  @Test
  void whatIsOlderThanAWindowIsNotToldAnyMore() {
    add(ONE, "old");
    clock.advance(WINDOW.minusMillis(1));
    QuotaCommand young = add(ONE, "young");
    clock.advance(Duration.ofMillis(1));
    CompletionStage<Boolean> drained = backlog.drain(key(ONE));
    assertThat(sent).containsExactly(young);
    reply(true);
    assertThat(drained).isCompletedWithValue(true);
    add(ONE, "last");
    clock.advance(WINDOW);
    assertThat(backlog.drain(key(ONE))).isCompletedWithValue(true);
    assertThat(sent).containsExactly(young);
  }

  @Test
  void aStepThatGrewOldWhileItWasOnItsWayTakesNoOtherWithIt() {
    add(ONE, "old");
    backlog.drain(key(ONE));
    clock.advance(WINDOW);
    QuotaCommand young = add(ONE, "young");
    reply(true);
    assertThat(sent).hasSize(2).endsWith(young);
    reply(true);
    assertThat(backlog.drain(key(ONE))).isCompletedWithValue(true);
  }

  private QuotaCommand add(QuotaAccount account, String reservation) {
    QuotaCommand command = QuotaCommand.release(account, reservation);
    backlog.add(command);
    return command;
  }

  private CompletionStage<Boolean> send(QuotaCommand command) {
    sent.add(command);
    CompletableFuture<Boolean> reply = new CompletableFuture<>();
    replies.add(reply);
    return reply;
  }

  private void reply(boolean confirmed) {
    replies.remove(0).complete(confirmed);
  }

  private static String key(QuotaAccount account) {
    return QuotaCommand.key(account);
  }
}
