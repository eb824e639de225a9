package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.junit.jupiter.api.Test;

class FailureHandlingTest {
  private final FatalExceptionClassifier chain = FakeSink.classifiers();

  @Test
  void theChainSeesTheFailureAndNotWhatFuturesWrapItIn() {
    Throwable wrapped = new CompletionException(new SecurityException("secret text"));
    assertThat(FailureHandling.fatal(chain, wrapped))
        .hasValueSatisfying(
            verdict -> {
              assertThat(verdict).isInstanceOf(StoreAccessException.class).hasNoCause();
              assertThat(verdict).hasMessageNotContaining("secret text");
            });
  }

  @Test
  void whatTheChainDoesNotKnowIsTriedAgain() {
    assertThat(FailureHandling.fatal(chain, new IOException("away"))).isEmpty();
    assertThat(FailureHandling.fatal(chain, new CompletionException("empty", null))).isEmpty();
  }

  @Test
  void whatTheClientHasRefusedItselfNeedsNoChain() {
    RejectedEntryException refused = new RejectedEntryException("corrupt");
    assertThat(FailureHandling.fatal(chain, new CompletionException(refused))).contains(refused);
  }
}
