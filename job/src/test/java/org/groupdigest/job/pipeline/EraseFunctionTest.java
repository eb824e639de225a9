package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.persist.CurrentDigest;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was erased is announced when the store has done it, and the store is asked until it has. */
class EraseFunctionTest {

  private static final PersistRetries QUICK =
      new PersistRetries(0, Duration.ofMillis(1), Duration.ofMillis(2));

  private final FakeErasures store = new FakeErasures();
  private final FakeErasures.Calls<List<CurrentDigest>> calls = new FakeErasures.Calls<>();
  private final EraseFunction erase = new EraseFunction(store, QUICK);
  private final CollectedResult<EventEnvelope> result = new CollectedResult<>();

  @BeforeEach
  void open() throws Exception {
    erase.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
    erase.open(DefaultOpenContext.INSTANCE);
    store.eraser = erasure -> calls.make();
  }

  @AfterEach
  void close() throws Exception {
    erase.close();
  }

  @Test
  void everyDigestThatItConcernedIsAnnouncedAsItIsNow() {
    erase.asyncInvoke(erasure("m1"), result);
    assertThat(result.isDone()).isFalse();
    calls.get(0).complete(List.of(digest(0, 2), digest(1, 5)));

    assertThat(result.values())
        .extracting(EventEnvelope::eventType)
        .containsOnly(EventType.PERSISTED);
    assertThat(result.values())
        .extracting(event -> Json.read(event.payload(), Persisted.class))
        .containsExactly(
            new Persisted(Drafts.day(0).windowId(), 2), new Persisted(Drafts.day(1).windowId(), 5));
  }

  private record Persisted(String windowId, int attempt) {}

  @Test
  void anErasureThatConcernsNoDigestAnnouncesNothing() {
    erase.asyncInvoke(erasure("m1"), result);
    calls.get(0).complete(List.of());

    assertThat(result.values()).isEmpty();
  }

  @Test
  void whatIsErasedAgainAfterARestartIsAnnouncedUnderTheSameId() {
    CollectedResult<EventEnvelope> again = new CollectedResult<>();
    erase.asyncInvoke(erasure("m1"), result);
    erase.asyncInvoke(erasure("m1"), again);
    calls.get(0).complete(List.of(digest(0, 2)));
    calls.get(1).complete(List.of(digest(0, 2)));

    assertThat(again.values()).isEqualTo(result.values());
  }

  @Test
  void aStoreThatIsAwayIsAskedUntilItHasDoneIt() {
    List<Erasure> asked = new ArrayList<>();
    store.eraser =
        erasure -> {
          asked.add(erasure);
          if (asked.size() == 2) {
            throw new IllegalStateException("away");
          }
          return asked.size() < 30
              ? CompletableFuture.failedFuture(new IllegalStateException("away"))
              : CompletableFuture.completedFuture(List.of(digest(0, 2)));
        };

    erase.asyncInvoke(erasure("m1"), result);

    assertThat(result.values()).hasSize(1);
    assertThat(asked).hasSize(30).containsOnly(erasure("m1"));
  }

  /** It is in the last checkpoint, and comes again after the restart. */
  @Test
  void whatWaitsWhenTheFunctionIsClosedCompletesAndAnnouncesNothing() throws Exception {
    erase.asyncInvoke(erasure("m1"), result);

    erase.close();

    assertThat(result.values()).isEmpty();
    assertThat(store.closed).isTrue();
  }

  @Test
  void aFunctionThatWasNeverOpenedCanBeClosed() throws Exception {
    new EraseFunction(store, QUICK).close();

    assertThat(store.closed).isFalse();
  }

  @Test
  void erasuresAreAnnouncedInTheirOrderWhateverTheOrderOfTheStoresAnswers() throws Exception {
    OneInputStreamOperatorTestHarness<Erasure, EventEnvelope> harness = inOrder();
    try {
      for (int i = 0; i < 3; i++) {
        harness.processElement(erasure("m" + i), 0);
      }
      store.eraser = erasure -> CompletableFuture.completedFuture(List.of(digest(1, 3)));
      calls.get(2).complete(List.of(digest(2, 4)));
      calls.get(1).completeExceptionally(new IllegalStateException("away"));
      calls.get(0).complete(List.of(digest(0, 2)));
      harness.endInput();

      assertThat(harness.extractOutputValues())
          .extracting(event -> Json.read(event.payload(), Persisted.class).windowId())
          .isEqualTo(Stream.of(0, 1, 2).map(day -> Drafts.day(day).windowId()).toList());
    } finally {
      harness.close();
    }
  }

  private OneInputStreamOperatorTestHarness<Erasure, EventEnvelope> inOrder() throws Exception {
    OneInputStreamOperatorTestHarness<Erasure, EventEnvelope> harness =
        new OneInputStreamOperatorTestHarness<>(
            new AsyncWaitOperatorFactory<>(
                new EraseFunction(store, QUICK), 0, 8, OutputMode.ORDERED),
            TypeInformation.of(Erasure.class).createSerializer(new SerializerConfigImpl()));
    harness.open();
    return harness;
  }

  private static CurrentDigest digest(int day, int attempt) {
    DigestRecord digest = new Digests().window(Drafts.day(day)).build();
    return new CurrentDigest(digest, attempt);
  }

  private static Erasure erasure(String id) {
    Instant at = Instant.parse("2025-11-12T10:00:00Z");
    return new Erasure("acme", "backend", List.of(id), null, "trace-1", at);
  }
}
