package org.groupdigest.connectors.contextstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.contextstore.FakeContextStore.Fault;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.connectors.shared.StoreReply.Answered;
import org.groupdigest.connectors.shared.StoreReply.Refused;
import org.groupdigest.connectors.shared.StoreReply.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ContextStoreClientTest {
  private static final ContextFilter GARDEN = ContextFilter.where("group", "garden");
  private static final Duration SHORT = Duration.ofMillis(400);

  private final FakeContextStore service = FakeContextStore.start();
  private ContextStoreClient client = open(config(), "");

  @AfterEach
  void close() {
    client.close();
    service.close();
  }

  @Test
  void whatIsStoredIsFoundNewestFirst() {
    store("notes", note("n1", "Roses are late", 1), note("n2", "Tulips are up", 3));
    store("notes", note("n3", "Paint the fence", 2));
    assertThat(ids(newest(10))).containsExactly("n2", "n3", "n1");
    assertThat(ids(newest(2))).containsExactly("n2", "n3");
    assertThat(found(newest(1)).get(0).document()).isEqualTo(note("n2", "Tulips are up", 3));
  }

  @Test
  void whatIsMostLikeATextIsFoundFirst() {
    store("notes", note("n1", "Roses are late", 1), note("n2", "The fence needs paint", 2));
    List<FoundDocument> like =
        found(ContextSearch.like("paint for a fence", GARDEN, "posted_at", 10));
    assertThat(like.get(0).document().id()).isEqualTo("n2");
    assertThat(like.get(0).score()).isGreaterThan(like.get(1).score());
  }

  @Test
  void aDocumentOfTheSameIdIsReplaced() {
    store("notes", note("n1", "Roses are late", 1));
    store("notes", note("n1", "Roses are up", 1));
    assertThat(found(newest(10)).get(0).document().text()).isEqualTo("Roses are up");
  }

  @Test
  void aFilterHoldsForValuesOfEveryKindAndForBounds() {
    store("notes", note("n1", "Roses", 1), note("n2", "Tulips", 2), note("n3", "Asters", 3));
    ContextFilter first = GARDEN.and("open", true).and("size", 4).atMost("posted_at", 2);
    assertThat(ids(ContextSearch.newest(first, "posted_at", 9))).containsExactly("n2", "n1");
    assertThat(ids(ContextSearch.newest(GARDEN.and("open", false), "posted_at", 9))).isEmpty();
    assertThat(ids(ContextSearch.newest(GARDEN.and("size", "4"), "posted_at", 9))).isEmpty();
  }

  @Test
  void textsThatAreNotAskedForAreNotSent() {
    store("notes", note("n1", "Roses", 1));
    assertThat(found(newest(1).withoutText()).get(0).document().text()).isEmpty();
  }

  @Test
  void aNamespaceThatIsNotThereHasNoDocumentsAndTakesNone() {
    assertThat(found(newest(10))).isEmpty();
    assertThat(get(client.upsert("notes", List.of(note("n1", "Roses", 1)))))
        .isEqualTo(new Unavailable<>("http_404"));
    assertThat(get(client.upsert("notes", List.of()))).isEqualTo(new Answered<>(0));
  }

  @Test
  void namespacesAreListed() {
    get(client.ensure("b"));
    get(client.ensure("a"));
    assertThat(get(client.namespaces())).isEqualTo(new Answered<>(List.of("a", "b")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a/b", "a:b", "../x", "%2e%2e", "a%2Fb", "?q=1", "#top", "\\", "Лодка ☃ 𝄞", " "})
  void noNameLeavesItsPlace(String name) {
    assertThat(get(client.ensure(name))).isEqualTo(new Answered<>(name));
    assertThat(service.namespaces().names()).containsExactly(name);
    assertThat(get(client.upsert(name, List.of(note("n1", "Roses", 1)))))
        .isEqualTo(new Answered<>(1));
    assertThat(service.calls()).allMatch(call -> call.contains("[namespaces, " + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "\ud800"})
  void aNameThatNoPathCanCarryIsRefusedAndNotSent(String name) {
    assertThat(get(client.ensure(name))).isEqualTo(new Refused<>("bad_namespace"));
    assertThat(get(client.search(name, newest(1)))).isEqualTo(new Refused<>("bad_namespace"));
    assertThat(service.calls()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, http_503",
    "RESET, unreachable",
    "CUT, cut_answer",
    "HANG, timeout",
    "DRIP, timeout"
  })
  void aServiceInTroubleIsUnavailable(Fault fault, String code) {
    restart(config().withCallTimeout(SHORT));
    store("notes", note("n1", "Roses", 1));
    service.fail(fault);
    assertThat(get(client.search("notes", newest(1)))).isEqualTo(new Unavailable<>(code));
    assertThat(get(client.namespaces())).isEqualTo(new Unavailable<>(code));
    service.fail(Fault.NONE);
    assertThat(ids(newest(1))).containsExactly("n1");
  }

  @ParameterizedTest
  @CsvSource({
    "GARBAGE, bad_answer",
    "OTHER_FORM, bad_answer",
    "REDIRECT, http_307",
    "REFUSE, http_422"
  })
  void aServiceThatSaysSomethingElseIsARefusal(Fault fault, String code) {
    store("notes", note("n1", "Roses", 1));
    service.fail(fault);
    assertThat(get(client.search("notes", newest(1)))).isEqualTo(new Refused<>(code));
    assertThat(get(client.namespaces())).isEqualTo(new Refused<>(code));
  }

  @ParameterizedTest
  @EnumSource
  void everyFaultEndsInTimeAndNoneIsTriedTwice(Fault fault) {
    restart(config().withCallTimeout(SHORT));
    service.fail(fault);
    long start = System.nanoTime();
    get(client.ensure("notes"));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    assertThat(service.calls()).hasSize(1);
  }

  @Test
  void aDeadServiceIsUnavailableUntilItIsBack() {
    store("notes", note("n1", "Roses", 1));
    service.die();
    assertThat(get(client.search("notes", newest(1)))).isEqualTo(new Unavailable<>("unreachable"));
    service.comeBack();
    assertThat(ids(newest(1))).containsExactly("n1");
  }

  @Test
  void anAnswerIsReadUpToTheLimit() {
    store("notes", note("n1", "r".repeat(2_000), 1));
    restart(config().withMaxAnswerBytes(1_000));
    assertThat(get(client.search("notes", newest(1)))).isEqualTo(new Refused<>("bad_answer"));
    assertThat(ids(newest(1).withoutText())).containsExactly("n1");
  }

  @Test
  void waitingForAPlaceCountsAsWaiting() {
    restart(new ContextStoreConfig(service.url(), SHORT, 1, 1_000));
    service.hold();
    CompletionStage<?> first = client.namespaces();
    CompletionStage<?> second = client.namespaces();
    assertThat(get(first)).isEqualTo(new Unavailable<>("timeout"));
    assertThat(get(second)).isEqualTo(new Unavailable<>("timeout"));
  }

  @Test
  void theRightKeyOpensAndAWrongOneIsRefused() {
    service.requireKey("k1");
    assertThat(get(client.namespaces())).isEqualTo(new Refused<>("http_401"));
    client.close();
    client = open(config(), "k1");
    assertThat(get(client.namespaces())).isEqualTo(new Answered<>(List.of()));
  }

  @Test
  void aKeyThatNoHeaderCanCarryIsNotRepeatedInTheMessage() {
    assertThatThrownBy(() -> open(config(), "two words\n"))
        .isInstanceOf(StoreException.class)
        .hasMessage("context storage: bad_key");
  }

  @Test
  void whatIsInFlightWhenTheClientClosesEnds() {
    service.hold();
    CompletionStage<?> inFlight = client.namespaces();
    client.close();
    assertThat(get(inFlight)).isEqualTo(new Unavailable<>("unreachable"));
    assertThat(get(client.namespaces())).isEqualTo(new Unavailable<>("unreachable"));
  }

  @Test
  void nothingThatWasWrittenIsPrinted() {
    assertThat(note("n1", "Roses", 1)).hasToString("ContextDocument[n1]");
    assertThat(new FoundDocument(note("n1", "Roses", 1), 0.5).toString()).doesNotContain("Roses");
    assertThat(ContextSearch.like("Roses", GARDEN, "posted_at", 1).toString())
        .doesNotContain("Roses", "garden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"host", "ftp://host", "https://ann:pw@host", "https://h?k=1", "https://h#x"})
  void anAddressThatIsNoneIsRefusedAndNotRepeated(String url) {
    assertThatThrownBy(() -> ContextStoreConfig.of(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(url);
  }

  private ContextStoreConfig config() {
    return ContextStoreConfig.of(service.url());
  }

  private void restart(ContextStoreConfig config) {
    client.close();
    client = open(config, "");
  }

  private static ContextStoreClient open(ContextStoreConfig config, String key) {
    return ContextStoreClient.open(config, key);
  }

  private void store(String namespace, ContextDocument... documents) {
    assertThat(get(client.ensure(namespace))).isEqualTo(new Answered<>(namespace));
    assertThat(get(client.upsert(namespace, List.of(documents))))
        .isEqualTo(new Answered<>(documents.length));
  }

  private static ContextSearch newest(int limit) {
    return ContextSearch.newest(GARDEN, "posted_at", limit);
  }

  private List<FoundDocument> found(ContextSearch search) {
    StoreReply<List<FoundDocument>> reply = get(client.search("notes", search));
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<List<FoundDocument>>) reply).value();
  }

  private List<String> ids(ContextSearch search) {
    return found(search).stream().map(one -> one.document().id()).toList();
  }

  private static ContextDocument note(String id, String text, long at) {
    return new ContextDocument(
        id, text, Map.of("group", "garden", "posted_at", at, "open", true, "size", 4));
  }

  private static <T> T get(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("the call did not complete well", e);
    }
  }
}
