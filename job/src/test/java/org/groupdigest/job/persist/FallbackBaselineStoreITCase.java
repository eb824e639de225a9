package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.GroupKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a digest is compared with while Postgres is away. */
class FallbackBaselineStoreITCase {

  private static final BaselineStore AWAY =
      (group, hours, start) -> CompletableFuture.failedFuture(new IllegalStateException("away"));
  private static final GroupKey GROUP = new GroupKey("a:b", "c");
  private static final Instant END = SampleDigests.MORNING;
  private static final BaselineSnapshot CACHED = new BaselineSnapshot("w-1", END, List.of(), 0.8);

  @TempDir static Path folder;

  private static TestRedis server;
  private static RedisValues redis;

  @BeforeAll
  static void start() {
    server = new TestRedis(folder);
    redis = server.client();
    String text = BaselinePointer.order(END, 1) + ":" + BaselinePointer.of("d-1", CACHED).text();
    TestRedis.answer(redis.set(RedisKeys.baseline(GROUP, 24), text, Duration.ofMinutes(5)));
  }

  @AfterAll
  static void stop() {
    redis.close();
    server.close();
  }

  @Test
  void postgresIsBelievedWhileItAnswersAlsoWhenItHasNone() {
    BaselineSnapshot stored = new BaselineSnapshot("w-0", END, List.of(), null);
    assertThat(before(answering(Optional.of(stored)), GROUP, 24, END)).contains(stored);
    assertThat(before(answering(Optional.empty()), GROUP, 24, END)).isEmpty();
  }

  @Test
  void theCacheStepsInForAWindowThatStartsWhereThePointerEndsOrLater() {
    assertThat(before(AWAY, GROUP, 24, END)).contains(CACHED);
    assertThat(before(AWAY, GROUP, 24, END.plusSeconds(86_400))).contains(CACHED);
  }

  @Test
  void aPointerThatEndsLaterIsNoBaselineAndTheFailureStands() {
    assertThatThrownBy(() -> before(AWAY, GROUP, 24, END.minusMillis(1)))
        .hasStackTraceContaining("away");
  }

  @Test
  void anotherSizeOrGroupOrATenantThatLooksAlikeHasNone() {
    assertThatThrownBy(() -> before(AWAY, GROUP, 12, END)).hasStackTraceContaining("away");
    GroupKey alike = new GroupKey("a", "b:c");
    assertThatThrownBy(() -> before(AWAY, alike, 24, END)).hasStackTraceContaining("away");
  }

  @Test
  void withBothAwayTheFailureStands() {
    try (RedisValues nowhere =
        RedisValues.open(
            new RedisConfig("redis://127.0.0.1:1", Duration.ofMillis(200), Duration.ZERO))) {
      BaselineStore store = new FallbackBaselineStore(AWAY, nowhere);
      assertThatThrownBy(() -> TestRedis.await(store.before(GROUP, 24, END)))
          .hasStackTraceContaining("away");
    }
  }

  private static BaselineStore answering(Optional<BaselineSnapshot> answer) {
    return (group, hours, start) -> CompletableFuture.completedFuture(answer);
  }

  private static Optional<BaselineSnapshot> before(
      BaselineStore store, GroupKey group, int hours, Instant start) {
    return TestRedis.await(new FallbackBaselineStore(store, redis).before(group, hours, start));
  }
}
