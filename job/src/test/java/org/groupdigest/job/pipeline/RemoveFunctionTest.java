package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.persist.RemovedDigest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Digests that are kept no longer are announced as gone when they are. */
class RemoveFunctionTest {

  private static final Instant BEFORE = Instant.parse("2025-11-01T00:00:00Z");
  private static final Instant REMOVED_AT = Instant.parse("2025-12-01T03:00:00Z");
  private static final RetentionRequest REQUEST =
      new RetentionRequest("acme", "backend", BEFORE, "trace-9");
  private static final RemovedDigest GONE =
      new RemovedDigest("acme", "backend", "d1", "w1", "retention", "trace-1", REMOVED_AT);

  /** What the store was asked for. */
  private record Asked(GroupKey group, Instant before, String reason) {}

  private final FakeErasures store = new FakeErasures();
  private final List<Asked> asked = new ArrayList<>();
  private final RemoveFunction remove =
      new RemoveFunction(store, new PersistRetries(0, Duration.ofMillis(1), Duration.ofMillis(2)));
  private final CollectedResult<EventEnvelope> result = new CollectedResult<>();

  @BeforeEach
  void open() throws Exception {
    remove.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
    remove.open(DefaultOpenContext.INSTANCE);
  }

  @AfterEach
  void close() throws Exception {
    remove.close();
  }

  @Test
  void everyDigestThatIsGoneIsAnnounced() {
    answers(0, GONE, new RemovedDigest("acme", "backend", "d2", "w2", "request", "t", REMOVED_AT));

    remove.asyncInvoke(REQUEST, result);

    assertThat(asked).containsExactly(new Asked(REQUEST.group(), BEFORE, "retention"));
    assertThat(result.values())
        .extracting(event -> Json.read(event.payload(), Payloads.Removed.class))
        .containsExactly(
            new Payloads.Removed("w1", "d1", "retention"),
            new Payloads.Removed("w2", "d2", "request"));
    EventEnvelope first = result.values().get(0);
    assertThat(first.eventType()).isEqualTo(EventType.REMOVED);
    assertThat(first.traceId()).isEqualTo("trace-1");
    assertThat(first.occurredAt()).isEqualTo(REMOVED_AT);
    assertThat(first.key()).isEqualTo(REQUEST.group().encoded());
  }

  @Test
  void whatIsRemovedAgainAfterARestartIsAnnouncedUnderTheSameId() {
    answers(0, GONE);
    CollectedResult<EventEnvelope> again = new CollectedResult<>();

    remove.asyncInvoke(REQUEST, result);
    remove.asyncInvoke(REQUEST, again);

    assertThat(again.values()).isEqualTo(result.values());
  }

  @Test
  void aGroupWithoutSuchDigestsAnnouncesNothing() {
    answers(0);

    remove.asyncInvoke(REQUEST, result);

    assertThat(result.values()).isEmpty();
  }

  @Test
  void aStoreThatIsAwayIsAskedUntilItHasDoneIt() {
    answers(20, GONE);

    remove.asyncInvoke(REQUEST, result);

    assertThat(result.values()).hasSize(1);
    assertThat(asked).hasSize(21);
  }

  @Test
  void whatWaitsWhenTheFunctionIsClosedCompletesAndAnnouncesNothing() throws Exception {
    store.remover = (group, before, reason) -> new CompletableFuture<>();
    remove.asyncInvoke(REQUEST, result);

    remove.close();

    assertThat(result.values()).isEmpty();
    assertThat(store.closed).isTrue();
  }

  private void answers(int failures, RemovedDigest... gone) {
    store.remover =
        (group, before, reason) -> {
          asked.add(new Asked(group, before, reason));
          return asked.size() <= failures
              ? CompletableFuture.failedFuture(new IllegalStateException("away"))
              : CompletableFuture.completedFuture(List.of(gone));
        };
  }
}
