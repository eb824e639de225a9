package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextMatch;
import org.groupdigest.job.context.ContextReply;
import org.groupdigest.job.context.ContextStorage;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.Messages;
import org.groupdigest.job.testing.WindowFixture;
import org.groupdigest.job.window.ClosedWindow;
import org.junit.jupiter.api.Test;

/** A window gets its earlier messages from the service, or goes on with those of keyed state. */
class ContextHistoryFunctionTest {

  private static final Instant BEFORE = Instant.parse("2025-11-09T15:00:00Z");
  private static final String SAID = "the harbour ferry leaves at seven from the northern pier";
  private static final HistoryMessage REMEMBERED =
      new HistoryMessage("h-state", BEFORE, "nobody has watered the tomatoes");
  private static final HistoryMessage SERVED = new HistoryMessage("h-service", BEFORE, SAID);
  private static final ClosedWindow WINDOW =
      new ClosedWindow(
          WindowFixture.day(),
          new GroupInfo("Harbour", null, "telegram"),
          "trace",
          List.of(Messages.message("m1", "2025-11-10T09:00:00Z", "anna", SAID)),
          List.of(REMEMBERED),
          null);

  private final CollectedResult<ClosedWindow> result = new CollectedResult<>();
  private final CompletableFuture<ContextReply<List<HistoryMessage>>> answer =
      new CompletableFuture<>();

  @Test
  void withoutAServiceAWindowKeepsWhatStateRemembers() throws Exception {
    opened(ContextServices.none()).asyncInvoke(WINDOW, result);
    assertThat(result.value()).isEqualTo(WINDOW);
  }

  @Test
  void whatTheServiceAnswersTakesThePlaceOfWhatStateRemembers() throws Exception {
    opened(service()).asyncInvoke(WINDOW, result);
    answer.complete(new ContextReply.Answered<>(List.of(SERVED)));
    assertThat(result.value().history()).containsExactly(SERVED);
  }

  @Test
  void whatTheServiceRemembersIsLinkedAndRanksLowerByTheHistoryPenalty() throws Exception {
    double penalty = ContextSettings.defaults().historyPenalty();
    WindowContext alone = assembled(WINDOW);
    opened(service()).asyncInvoke(WINDOW, result);
    answer.complete(new ContextReply.Answered<>(List.of(SERVED)));
    WindowContext compared = assembled(result.value());

    assertThat(alone.historyLinks()).isEmpty();
    assertThat(compared.historyLinks()).hasSize(1);
    assertThat(compared.ranking().get(0).score() / alone.ranking().get(0).score())
        .isCloseTo(penalty, offset(1e-3));
  }

  @Test
  void aServiceThatFailsLeavesWhatStateRemembers() throws Exception {
    opened(service()).asyncInvoke(WINDOW, result);
    answer.complete(new ContextReply.Failed<>("http_503"));
    assertThat(result.value()).isEqualTo(WINDOW);
  }

  @Test
  void aServiceThatBreaksItsPromiseLeavesWhatStateRemembers() throws Exception {
    opened(service()).asyncInvoke(WINDOW, result);
    answer.completeExceptionally(new IllegalStateException("broken"));
    assertThat(result.value()).isEqualTo(WINDOW);
  }

  @Test
  void aServiceThatThrowsLeavesWhatStateRemembers() throws Exception {
    ContextServices throwing =
        () ->
            new ContextServices.Opened(
                new Scripted(null) {
                  @Override
                  public CompletionStage<ContextReply<List<HistoryMessage>>> fetchRecentContext(
                      WindowRef window, int windows, int messages) {
                    throw new IllegalStateException("broken");
                  }
                },
                () -> {});
    opened(throwing).asyncInvoke(WINDOW, result);
    assertThat(result.value()).isEqualTo(WINDOW);
  }

  @Test
  void anAnswerAfterTheTimeoutIsUsedForNothing() throws Exception {
    ContextHistoryFunction function = opened(service());
    function.asyncInvoke(WINDOW, result);
    assertThat(result.isDone()).isFalse();
    function.timeout(WINDOW, result);
    answer.complete(new ContextReply.Answered<>(List.of(SERVED)));
    assertThat(result.value()).isEqualTo(WINDOW);
  }

  private static WindowContext assembled(ClosedWindow window) throws Exception {
    var harness = Harnesses.of(new AssembleContextFunction(ContextSettings.defaults()));
    harness.processElement(window, 0);
    WindowContext assembled = harness.extractOutputValues().get(0);
    harness.close();
    return assembled;
  }

  private static ContextHistoryFunction opened(ContextServices services) throws Exception {
    ContextHistoryFunction function =
        new ContextHistoryFunction(services, ContextSettings.defaults());
    function.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
    function.open(DefaultOpenContext.INSTANCE);
    return function;
  }

  private ContextServices service() {
    return () -> new ContextServices.Opened(new Scripted(answer), () -> {});
  }

  /** Answers as the test says, and only what is asked of it here. */
  private static class Scripted implements ContextStorage {
    private final CompletionStage<ContextReply<List<HistoryMessage>>> answer;

    Scripted(CompletionStage<ContextReply<List<HistoryMessage>>> answer) {
      this.answer = answer;
    }

    @Override
    public CompletionStage<ContextReply<List<HistoryMessage>>> fetchRecentContext(
        WindowRef window, int windows, int messages) {
      assertThat(List.of(windows, messages)).containsExactly(3, 150);
      return answer;
    }

    @Override
    public CompletionStage<ContextReply<Integer>> upsertWindowContext(WindowContext window) {
      throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public CompletionStage<ContextReply<List<String>>> listNamespaces() {
      throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public CompletionStage<ContextReply<List<ContextMatch>>> search(
        GroupKey group, String text, int limit) {
      throw new UnsupportedOperationException("not asked here");
    }
  }
}
