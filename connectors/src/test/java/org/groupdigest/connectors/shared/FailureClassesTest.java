package org.groupdigest.connectors.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.shared.StoreReply.Answered;
import org.groupdigest.connectors.shared.StoreReply.Refused;
import org.groupdigest.connectors.shared.StoreReply.Unavailable;
import org.junit.jupiter.api.Test;

class FailureClassesTest {
  private final FailureClasses failures =
      new FailureClasses(
          new FatalExceptionClassifier(
              failure -> failure instanceof IllegalArgumentException,
              failure -> StoreException.refusedElement("words", "bad")),
          failure -> failure.getClass().getSimpleName());

  @Test
  void aCallEndsAsAValueInEveryWay() throws Exception {
    assertThat(reply(CompletableFuture.completedFuture(7))).isEqualTo(new Answered<>(7));
    assertThat(reply(CompletableFuture.failedFuture(new IllegalArgumentException("secret"))))
        .isEqualTo(new Refused<Integer>("bad"));
    assertThat(reply(CompletableFuture.failedFuture(new IOException("secret"))))
        .isEqualTo(new Unavailable<Integer>("IOException"));
  }

  @Test
  void aCallThatThrowsEndsAsAValueToo() throws Exception {
    CompletionStage<StoreReply<Integer>> reply =
        failures.replyTo(
            start -> {
              throw new IllegalStateException("closed");
            });
    assertThat(reply.toCompletableFuture().get())
        .isEqualTo(new Unavailable<Integer>("IllegalStateException"));
  }

  @Test
  void whatFuturesWrapAroundAFailureDoesNotHideIt() {
    Exception wrapped =
        new CompletionException(new ExecutionException(new IllegalArgumentException("secret")));
    assertThat(failures.lasting(wrapped)).containsInstanceOf(StoreException.class);
    assertThat(failures.passingCode(new CompletionException(new IOException("secret"))))
        .isEqualTo("IOException");
  }

  @Test
  void whatTheClientItselfHasJudgedNeedsNoChain() {
    StoreException verdict = StoreException.refusedElement("words", "corrupt");
    assertThat(failures.lasting(new CompletionException(verdict))).containsSame(verdict);
  }

  @Test
  void anAnswerIsNotPrinted() {
    assertThat(new Answered<>("secret")).hasToString("Answered");
  }

  private StoreReply<Integer> reply(CompletionStage<Integer> call) throws Exception {
    return failures.reply(call).toCompletableFuture().get();
  }
}
