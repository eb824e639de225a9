package org.groupdigest.job.stores.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.contextstore.ContextStoreClient;
import org.groupdigest.connectors.contextstore.ContextStoreConfig;
import org.groupdigest.connectors.contextstore.ContextStoreWrite;
import org.groupdigest.connectors.contextstore.FakeContextStore;
import org.groupdigest.connectors.contextstore.FakeContextStore.Fault;
import org.groupdigest.job.context.ContextReply;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is put into the service by one window is what a later one is compared with. */
@Timeout(60)
class ServiceContextStorageTest {

  private static final WindowContext DAY =
      new WindowFixture()
          .message("m1", "anna", "the ferry leaves at seven")
          .message("m2", "boris", "bring the blue ropes")
          .build();

  private final FakeContextStore service = FakeContextStore.start();
  private final ContextStoreClient client =
      ContextStoreClient.open(
          ContextStoreConfig.of(service.url()).withCallTimeout(Duration.ofSeconds(2)), "");
  private final ServiceContextStorage storage = new ServiceContextStorage(client);

  @AfterEach
  void close() {
    client.close();
    service.close();
  }

  @Test
  void theNextWindowFindsTheMessagesOfTheOneBeforeOldestFirst() {
    store();
    assertThat(fetched(after("t1", 24), 3, 150)).containsExactly("m1", "m2");
    assertThat(fetched(after("t1", 24), 3, 1)).containsExactly("m2");
    assertThat(fetched(after("t1", 24), 0, 150)).isEmpty();
  }

  @Test
  void noOtherSizeNoOtherTenantAndNotTheWindowItselfFindsThem() {
    store();
    assertThat(fetched(after("t1", 12), 3, 150)).isEmpty();
    assertThat(fetched(after("t2", 24), 3, 150)).isEmpty();
    assertThat(fetched(DAY.window(), 3, 150)).isEmpty();
  }

  @Test
  void aMessageThatWasErasedIsNotFoundAndItsTextIsGone() {
    store();
    ContextChange change = ContextChange.messageErased(DAY.window().groupKey(), "m1", 24);
    ContextStoreWrite.Upsert write = (ContextStoreWrite.Upsert) ContextDocuments.write(change);
    get(client.upsert(write.namespace(), List.of(write.document())));
    assertThat(fetched(after("t1", 24), 3, 150)).containsExactly("m2");
    assertThat(service.namespaces().dump()).doesNotContain("ferry");
  }

  @Test
  void aSearchFindsWhatIsAlikeAndNamespacesAreListed() {
    store();
    var found = (ContextReply.Answered<?>) get(storage.search(DAY.window().groupKey(), "ferry", 5));
    assertThat(found.value().toString()).contains("m1").doesNotContain("m2");
    assertThat(get(storage.listNamespaces()))
        .isEqualTo(new ContextReply.Answered<>(List.of(ContextNames.namespace("t1"))));
  }

  @Test
  void aDeadServiceIsAskedNoMoreUntilItHasHadTime() {
    CircuitContextStorage circuit =
        new CircuitContextStorage(storage, 3, Duration.ofHours(1), Clock.systemUTC());
    service.fail(Fault.UNAVAILABLE);
    for (int window = 0; window < 3; window++) {
      assertThat(get(circuit.fetchRecentContext(after("t1", 24), 3, 150)))
          .isEqualTo(new ContextReply.Failed<>("http_503"));
    }
    assertThat(get(circuit.fetchRecentContext(after("t1", 24), 3, 150)))
        .isEqualTo(new ContextReply.Failed<>("circuit_open"));
    assertThat(service.calls()).hasSize(3);
  }

  @Test
  void garbageIsAFailureAndNotAnEmptyHistory() {
    service.fail(Fault.GARBAGE);
    assertThat(get(storage.fetchRecentContext(after("t1", 24), 3, 150)))
        .isEqualTo(new ContextReply.Failed<>("bad_answer"));
  }

  private void store() {
    assertThat(get(storage.upsertWindowContext(DAY))).isEqualTo(new ContextReply.Answered<>(2));
  }

  private static WindowRef after(String tenant, int hours) {
    WindowRef day = DAY.window();
    Instant end = day.end().plus(Duration.ofHours(hours));
    return new WindowRef(
        "w-2", tenant, day.groupId(), hours, day.end(), end, day.kind(), day.timeZone());
  }

  private List<String> fetched(WindowRef window, int windows, int messages) {
    ContextReply<List<HistoryMessage>> reply =
        get(storage.fetchRecentContext(window, windows, messages));
    assertThat(reply).isInstanceOf(ContextReply.Answered.class);
    return ((ContextReply.Answered<List<HistoryMessage>>) reply)
        .value().stream().map(HistoryMessage::messageId).toList();
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
