package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.TestRedis.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which messages of a window that is read again are not to be read. */
class WindowErasuresITCase {
  private static final WindowContext WINDOW =
      new WindowFixture()
          .message("m1", "anna", "The pump is back")
          .message("m2", "otto", "I carried it")
          .message("m3", "otto", "And it is heavy")
          .repeats("m1", List.of("m4"), List.of("vera"))
          .build();

  private static final GroupKey GROUP = WINDOW.window().groupKey();

  @AutoClose private static final ErasureStores STORES = new ErasureStores();

  @BeforeEach
  void clear() throws SQLException {
    STORES.database.clear();
  }

  @Test
  void messagesThatWereErasedAndTheirRepetitionsToo() {
    erase(GROUP, List.of("m2", "m4", "of another window"), null, ErasureStores.NOW);

    assertThat(erased()).containsExactlyInAnyOrder("m2", "m4");
  }

  @Test
  void whatAnErasedSenderHadPostedByThen() {
    Instant second = WINDOW.messages().get(1).postedAt();

    erase(GROUP, List.of(), "id-otto", second);

    assertThat(erased()).containsExactly("m2");
  }

  @Test
  void nothingThatOthersHaveErased() {
    erase(new GroupKey(GROUP.tenantId(), "another"), List.of("m1"), "id-otto", ErasureStores.NOW);
    erase(new GroupKey("another", GROUP.groupId()), List.of("m1"), "id-otto", ErasureStores.NOW);

    assertThat(erased()).isEmpty();
  }

  @Test
  void allOfAWindowWhoseDigestWasRemoved() throws SQLException {
    String digestId = DeterministicIds.digestId(WINDOW.window().windowId());
    STORES.database.execute(
        "INSERT INTO digest_removals (tenant_id, digest_id, group_id, window_id, window_end,"
            + " reason, trace_id, removed_at)"
            + " VALUES ('t1', '%s', '%s', 'w-1', now(), 'retention', 't', now())"
                .formatted(digestId, GROUP.groupId()));

    assertThat(erased())
        .containsAll(WINDOW.messages().stream().map(Message::messageId).toList())
        .contains("m4");
  }

  private static Set<String> erased() {
    return await(new PostgresWindowErasures(STORES.transactions).of(WINDOW));
  }

  private static void erase(GroupKey group, List<String> ids, String senderId, Instant at) {
    await(
        STORES
            .eraser(0, null)
            .erase(new Erasure(group.tenantId(), group.groupId(), ids, senderId, "t", at)));
  }
}
