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
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old digests go with all that belongs to them and do not come back. */
class DigestRemovalITCase {
  private static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-1001");

  @AutoClose private static final ErasureStores STORES = new ErasureStores();

  private final DigestRecord old = SampleDigests.digest().build();
  private final DigestRecord young = SampleDigests.digest().day(5).build();

  @BeforeEach
  void write() throws Exception {
    STORES.database.clear();
    STORES.write(0, old, 1, CHAT);
    STORES.write(0, young, 1);
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
    STORES
        .database
        .dump()
        .forEach(
            (table, rows) -> {
              if (!table.equals("digest_removals")) {
                assertThat(rows.toString()).as(table).doesNotContain(old.digestId());
              }
            });
    assertThat(STORES.find(young).digest()).isEqualTo(young);
  }

  @Test
  void removingAgainChangesNothingAndGivesTheSameDigests() throws Exception {
    List<RemovedDigest> removed = remove(1, young.window().start());
    Map<String, List<String>> before = STORES.database.dump();

    assertThat(remove(2, young.window().start())).isEqualTo(removed);
    assertThat(remove(3, old.window().end())).isEmpty();
    assertThat(STORES.database.dump()).isEqualTo(before);
  }

  @Test
  void whatWasRemovedIsNotWrittenAgain() throws Exception {
    remove(1, young.window().start());
    Map<String, List<String>> before = STORES.database.dump();

    assertThat(STORES.write(2, old, 1, CHAT)).isEqualTo(new PersistOutcome.Removed());
    assertThat(STORES.write(2, old, 7, CHAT)).isEqualTo(new PersistOutcome.Removed());
    assertThat(STORES.database.dump()).isEqualTo(before);
  }

  @Test
  void otherGroupsAndTenantsKeepTheirs() {
    DigestRecord neighbour = SampleDigests.digest().of("garden", "paths").build();
    DigestRecord foreign = SampleDigests.digest().of("harbour", "plots").build();
    STORES.write(0, neighbour, 1);
    STORES.write(0, foreign, 1);

    remove(1, ErasureStores.NOW);

    assertThat(STORES.find(neighbour).digest()).isEqualTo(neighbour);
    assertThat(STORES.find(foreign).digest()).isEqualTo(foreign);
    assertThat(
            await(
                STORES
                    .remover(1, null)
                    .removeBefore(new GroupKey("nobody", "plots"), ErasureStores.NOW, "retention")))
        .isEmpty();
  }

  private static List<RemovedDigest> remove(int hour, Instant before) {
    return await(STORES.remover(hour, null).removeBefore(GROUP, before, "retention"));
  }
}
