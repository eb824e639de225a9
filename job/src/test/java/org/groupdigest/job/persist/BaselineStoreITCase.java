package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.WindowKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What both baseline stores promise, on each of them. */
class BaselineStoreITCase {
  private static DigestDatabase database;
  private static AsyncTenantTransactions transactions;

  @BeforeAll
  static void start() {
    database = new DigestDatabase();
    transactions = database.writer();
  }

  @AfterAll
  static void stop() {
    transactions.close();
    database.close();
  }

  /** A place to write to and read from. */
  record Stores(String name, DigestWriter writer, BaselineStore baselines) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Stores> stores() throws Exception {
    database.clear();
    InMemoryDigestStore memory = new InMemoryDigestStore();
    return Stream.of(
        new Stores(
            "postgres",
            new PostgresDigestWriter(transactions, Clock.systemUTC()),
            new PostgresBaselineStore(transactions)),
        new Stores("memory", memory, memory));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void theFirstDigestOfAGroupHasNone(Stores stores) throws Exception {
    assertThat(before(stores, 0)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("stores")
  void itIsTheNewestEarlierOneWithItsTopicsInOrder(Stores stores) throws Exception {
    write(stores, SampleDigests.digest().day(1).topics("Old"));
    SampleDigests newest =
        SampleDigests.digest().day(2).topics("Dry well", "Seed swap").continued("Seed swap", 3);
    write(stores, newest);
    write(stores, SampleDigests.digest().day(4).topics("Later"));

    assertThat(before(stores, 3))
        .contains(
            new BaselineSnapshot(
                newest.window().windowId(),
                newest.window().end(),
                List.of(
                    new TopicSnapshot("Dry well", 12, 1, "t-Dry well"),
                    new TopicSnapshot("Seed swap", 12, 3, "t-Seed swap")),
                0.75));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void theWindowItselfAndWhatWasWrittenOutOfOrderDoNotMatter(Stores stores) throws Exception {
    write(stores, SampleDigests.digest().day(3).topics("Itself"));
    write(stores, SampleDigests.digest().day(1).topics("Before"));
    assertThat(titles(before(stores, 3))).containsExactly("Before");
  }

  @ParameterizedTest
  @MethodSource("stores")
  void requestedAndUnmadeDigestsAreNotInTheChainButBlockedOnesAre(Stores stores) throws Exception {
    write(
        stores, SampleDigests.digest().day(1).topics("Blocked").status(DigestStatus.BLOCKED_RBAC));
    write(stores, SampleDigests.digest().day(2).topics("Asked for").kind(WindowKind.REQUESTED));
    write(
        stores,
        SampleDigests.digest()
            .day(3)
            .topics()
            .withoutSynthesis()
            .status(DigestStatus.SKIPPED_EMPTY_WINDOW));
    assertThat(titles(before(stores, 4))).containsExactly("Blocked");
  }

  @ParameterizedTest
  @MethodSource("stores")
  void otherTenantsGroupsAndSizesAreOtherChains(Stores stores) throws Exception {
    write(stores, SampleDigests.digest().of("harbour", "plots").day(1));
    write(stores, SampleDigests.digest().of("garden", "paths").day(1));
    assertThat(before(stores, 2)).isEmpty();
    write(stores, SampleDigests.digest().day(1));
    GroupKey group = new GroupKey("garden", "plots");
    assertThat(await(stores, group, 4, day(2))).isEmpty();
    assertThat(await(stores, group, 24, day(2))).isPresent();
  }

  private static void write(Stores stores, SampleDigests digest) throws Exception {
    PersistOutcome outcome =
        stores.writer().write(digest.build()).toCompletableFuture().get(30, TimeUnit.SECONDS);
    assertThat(outcome).isInstanceOf(PersistOutcome.Written.class);
  }

  private static Optional<BaselineSnapshot> before(Stores stores, int day) throws Exception {
    return await(stores, new GroupKey("garden", "plots"), 24, day(day));
  }

  private static Optional<BaselineSnapshot> await(
      Stores stores, GroupKey group, int hours, Instant start) throws Exception {
    return stores
        .baselines()
        .before(group, hours, start)
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  private static Instant day(int number) {
    return SampleDigests.MORNING.plus(Duration.ofDays(number));
  }

  private static List<String> titles(Optional<BaselineSnapshot> baseline) {
    return baseline.orElseThrow().topics().stream().map(TopicSnapshot::title).toList();
  }
}
