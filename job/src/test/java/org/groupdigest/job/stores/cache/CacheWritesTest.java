package org.groupdigest.job.stores.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.groupdigest.connectors.redis.RedisWrite;
import org.groupdigest.connectors.redis.RedisWrite.Operation;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.persist.RedisKeys;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.stores.DigestChange;
import org.junit.jupiter.api.Test;

/** Which keys a digest has, and for how long. */
class CacheWritesTest {

  private static final Instant END = SampleDigests.digest().window().end();
  private static final String POINTER = RedisKeys.baseline(new GroupKey("garden", "plots"), 24);

  @Test
  void artifactsLiveForWhatIsLeftOfADaySinceTheEndOfTheWindow() {
    List<RedisWrite> made = after(Duration.ofHours(5), change(2, SampleDigests.digest().build()));
    assertThat(made)
        .filteredOn(write -> write.operation() == Operation.SET_UNLESS_NEWER)
        .hasSize(2)
        .allSatisfy(write -> assertThat(write.ttl()).isEqualTo(Duration.ofHours(19)))
        .allSatisfy(write -> assertThat(write.version()).isEqualTo(2))
        .allSatisfy(write -> assertThat(write.value()).startsWith("{\"version\":1,\"attempt\":2,"));
  }

  @Test
  void whatIsOlderThanADayIsLeftToPostgresAndWhatIsOlderThanAMonthHasNoPointer() {
    DigestChange change = change(1, SampleDigests.digest().build());
    assertThat(after(Duration.ofHours(24), change))
        .singleElement()
        .satisfies(write -> assertThat(write.key()).isEqualTo(POINTER))
        .satisfies(write -> assertThat(write.ttl()).isEqualTo(Duration.ofDays(29)));
    assertThat(after(Duration.ofDays(30), change)).isEmpty();
  }

  @Test
  void aWindowThatEndsInTheFutureGetsNoMoreThanADay() {
    assertThat(after(Duration.ofHours(-3), change(1, SampleDigests.digest().build())))
        .allSatisfy(write -> assertThat(write.ttl()).isLessThanOrEqualTo(Duration.ofDays(30)))
        .filteredOn(write -> write.operation() == Operation.SET_UNLESS_NEWER)
        .allSatisfy(write -> assertThat(write.ttl()).isEqualTo(Duration.ofDays(1)));
  }

  @Test
  void thePointerMovesWithTheWindowAndThenWithTheAttempt() {
    long first = pointer(change(1, SampleDigests.digest().build())).version();
    long again = pointer(change(2, SampleDigests.digest().build())).version();
    long nextDay = pointer(change(1, SampleDigests.digest().day(1).build())).version();
    assertThat(List.of(first, again, nextDay)).isSorted().doesNotHaveDuplicates();
    assertThat(nextDay).isLessThan(RedisWrite.HIGHEST_VERSION);
  }

  @Test
  void aRequestedDigestIsNobodysBaseline() {
    DigestRecord requested = SampleDigests.digest().kind(WindowKind.REQUESTED).build();
    assertThat(after(Duration.ZERO, change(1, requested)))
        .noneMatch(write -> write.key().equals(POINTER));
  }

  @Test
  void aDigestWithoutASummaryLeavesThePointerUntilAnErasureHasTakenIt() {
    DigestRecord empty = SampleDigests.digest().withoutSynthesis().build();
    assertThat(after(Duration.ZERO, change(1, empty)))
        .noneMatch(write -> write.key().equals(POINTER));
    assertThat(pointer(change(2, empty)).operation()).isEqualTo(Operation.DELETE_IF_NEWER);
  }

  @Test
  void aRemovedDigestLeavesNoKey() {
    DigestRecord digest = SampleDigests.digest().build();
    List<RedisWrite> made =
        after(
            Duration.ZERO,
            new DigestChange(
                "garden", "plots", digest.digestId(), digest.window().windowId(), 0, null));
    assertThat(made)
        .hasSize(Stage.values().length + 4)
        .allSatisfy(write -> assertThat(write.operation()).isEqualTo(Operation.DELETE))
        .extracting(RedisWrite::key)
        .doesNotHaveDuplicates()
        .contains(POINTER)
        .contains("digest:garden:plots:" + digest.window().windowId() + ":topic_agent");
  }

  private static RedisWrite pointer(DigestChange change) {
    return after(Duration.ZERO, change).stream()
        .filter(write -> write.key().equals(POINTER))
        .findFirst()
        .orElseThrow();
  }

  private static List<RedisWrite> after(Duration age, DigestChange change) {
    Clock clock = Clock.fixed(END.plus(age), ZoneOffset.UTC);
    return new CacheWrites(clock).apply(change, null);
  }

  private static DigestChange change(int attempt, DigestRecord digest) {
    return new DigestChange(
        "garden", "plots", digest.digestId(), digest.window().windowId(), attempt, digest);
  }
}
