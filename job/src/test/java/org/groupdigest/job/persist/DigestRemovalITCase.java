package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.ErasureStores.GROUP;
import static org.groupdigest.job.persist.TestRedis.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old digests go with all that belongs to them and do not come back. */
class DigestRemovalITCase {
  private static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-1001");

  private static ErasureStores stores;

  private final DigestRecord old = SampleDigests.digest().build();
  private final DigestRecord young = SampleDigests.digest().day(5).build();

  @BeforeAll
  static void start() {
    stores = new ErasureStores();
  }

  @AfterAll
  static void stop() {
    stores.close();
  }

  @BeforeEach
  void write() throws Exception {
    stores.database.clear();
    stores.write(0, old, 1, CHAT);
    stores.write(0, young, 1);
  }

  @Test
  void whatEndedBeforeGoesAndTheRestStays() throws Exception {
    List<RemovedDigest> removed = remove(1, young.window().end());

    assertThat(removed)
        .containsExactly(
            new RemovedDigest(
                "garden",
                "plots",
                old.digestId(),
                old.window().windowId(),
                "retention",
                "trace-1",
                ErasureStores.NOW.plusSeconds(3_600)));
    stores
        .database
        .dump()
        .forEach(
            (table, rows) -> {
              if (!table.equals("digest_removals")) {
                assertThat(rows.toString()).as(table).doesNotContain(old.digestId());
              }
            });
    assertThat(stores.find(young).digest()).isEqualTo(young);
  }

  @Test
  void removingAgainChangesNothingAndGivesTheSameDigests() throws Exception {
    List<RemovedDigest> removed = remove(1, young.window().start());
    Map<String, List<String>> before = stores.database.dump();

    assertThat(remove(2, young.window().start())).isEqualTo(removed);
    assertThat(remove(3, old.window().end())).isEmpty();
    assertThat(stores.database.dump()).isEqualTo(before);
  }

  @Test
  void whatWasRemovedIsNotWrittenAgain() throws Exception {
    remove(1, young.window().start());
    Map<String, List<String>> before = stores.database.dump();

    assertThat(stores.write(2, old, 1, CHAT)).isEqualTo(new PersistOutcome.Removed());
    assertThat(stores.write(2, old, 7, CHAT)).isEqualTo(new PersistOutcome.Removed());
    assertThat(stores.database.dump()).isEqualTo(before);
  }

  @Test
  void otherGroupsAndTenantsKeepTheirs() {
    DigestRecord neighbour = SampleDigests.digest().of("garden", "paths").build();
    DigestRecord foreign = SampleDigests.digest().of("harbour", "plots").build();
    stores.write(0, neighbour, 1);
    stores.write(0, foreign, 1);

    remove(1, ErasureStores.NOW);

    assertThat(stores.find(neighbour).digest()).isEqualTo(neighbour);
    assertThat(stores.find(foreign).digest()).isEqualTo(foreign);
    assertThat(
            await(
                stores
                    .remover(1, null)
                    .removeBefore(new GroupKey("nobody", "plots"), ErasureStores.NOW, "retention")))
        .isEmpty();
  }

  private static List<RemovedDigest> remove(int hour, Instant before) {
    return await(stores.remover(hour, null).removeBefore(GROUP, before, "retention"));
  }
}
