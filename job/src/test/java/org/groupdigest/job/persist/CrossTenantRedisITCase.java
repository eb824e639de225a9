package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.TestRedis.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;
import org.groupdigest.job.llm.QuotaAccount;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.llm.QuotaLedger.Decision;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of all pairs of hostile tenants and groups, on a real server. */
class CrossTenantRedisITCase {
  private static final long SEED = Seeds.of("tries across tenants, Redis");
  private static final List<GroupKey> PAIRS =
      HostileIds.ALL.stream()
          .flatMap(tenant -> HostileIds.ALL.stream().map(group -> new GroupKey(tenant, group)))
          .toList();
  private static final List<String> WINDOWS = List.of("w", "w:call", "call", "a:b", "../x");

  @TempDir private static Path folder;
  private static TestRedis server;
  private static RedisValues redis;

  private final Random random = new Random(SEED);

  @BeforeAll
  static void start() {
    server = new TestRedis(folder);
    redis = server.client();
  }

  @AfterAll
  static void stop() {
    redis.close();
    server.close();
  }

  @BeforeEach
  void clear() {
    answer(redis.evaluate("redis.call('FLUSHALL') return 0", new String[] {}));
  }

  @Test
  void noTwoOfAllKeysMeet() {
    List<String> keys = PAIRS.stream().flatMap(CrossTenantRedisITCase::keys).toList();
    System.out.println("Redis keys: " + keys.size());
    assertThat(keys.stream().map(CrossTenantRedisITCase::bytes).collect(Collectors.toSet()))
        .hasSameSizeAs(keys);
    assertThat(keys).allMatch(key -> key.startsWith("digest:"));
  }

  @Test
  void anArtifactIsFoundByTheGroupWhoseItIsAndByNoOther() {
    StageArtifactStore store =
        new RedisStageArtifactStore(redis, (stage, version) -> true, Clock.systemUTC());
    List<GroupKey> holders = half();
    all(
        holders,
        holder ->
            store.save(
                artifact(holder), SampleDigests.artifact(Stage.TOPIC_AGENT), 1, name(holder)));
    List<ArtifactLookup> found = all(PAIRS, pair -> store.find(artifact(pair)));
    for (int i = 0; i < PAIRS.size(); i++) {
      Optional<String> trace =
          found.get(i) instanceof ArtifactLookup.Found hit
              ? Optional.of(hit.stored().traceId())
              : Optional.empty();
      assertThat(trace).isEqualTo(expected(holders, PAIRS.get(i)));
    }
    assertThat(keysStored()).isEqualTo(holders.size());
  }

  @Test
  void aPaidAnswerIsFoundByTheGroupWhoseItIsAndByNoOther() {
    PaidAnswers store = new RedisPaidAnswers(redis, Clock.systemUTC());
    List<GroupKey> holders = half();
    all(
        holders,
        holder ->
            store.save(
                SampleCalls.key(holder.tenantId(), holder.groupId(), "w"),
                new PaidAnswer(name(holder), false, "lettuce", 1, 1)));
    List<Optional<PaidAnswer>> found =
        all(PAIRS, pair -> store.find(SampleCalls.key(pair.tenantId(), pair.groupId(), "w")));
    for (int i = 0; i < PAIRS.size(); i++) {
      assertThat(found.get(i).map(PaidAnswer::text)).isEqualTo(expected(holders, PAIRS.get(i)));
    }
    assertThat(keysStored()).isEqualTo(holders.size());
  }

  @Test
  void everyAccountHasItsOneCallAndNoSecond() {
    QuotaLedger ledger = new RedisQuotaLedger(redis, new CountingQuotaLedger(), Clock.systemUTC());
    Function<GroupKey, CompletionStage<Decision>> reserve =
        pair -> {
          QuotaAccount account = new QuotaAccount(pair.tenantId(), pair.groupId(), 1, 10);
          return ledger.reserve(account, "r" + random.nextLong(), 1);
        };
    assertThat(all(PAIRS, reserve)).containsOnly(Decision.GRANTED);
    assertThat(all(PAIRS, reserve)).containsOnly(Decision.EXHAUSTED);
    assertThat(keysStored()).isEqualTo(PAIRS.size());
  }

  private static Stream<String> keys(GroupKey pair) {
    String quota = QuotaCommand.key(new QuotaAccount(pair.tenantId(), pair.groupId(), 1, 1));
    return Stream.concat(Stream.of(quota), WINDOWS.stream().flatMap(window -> keys(pair, window)));
  }

  private static Stream<String> keys(GroupKey pair, String window) {
    return Stream.of(
        new ArtifactKey(pair, window, Stage.TOPIC_AGENT).redisKey(),
        new ArtifactKey(pair, window, Stage.SYNTHESIS_AGENT).redisKey(),
        PaidAnswerCodec.redisKey(SampleCalls.key(pair.tenantId(), pair.groupId(), window)));
  }

  private static String bytes(String key) {
    return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
  }

  private static ArtifactKey artifact(GroupKey pair) {
    return new ArtifactKey(pair, "w", Stage.TOPIC_AGENT);
  }

  private static String name(GroupKey pair) {
    return pair.encoded();
  }

  private static Optional<String> expected(List<GroupKey> holders, GroupKey pair) {
    return holders.contains(pair) ? Optional.of(name(pair)) : Optional.empty();
  }

  private List<GroupKey> half() {
    return PAIRS.stream().filter(pair -> random.nextBoolean()).toList();
  }

  /** Asks for all before it waits for any. */
  private static <T> List<T> all(
      List<GroupKey> pairs, Function<GroupKey, CompletionStage<T>> command) {
    List<CompletionStage<T>> stages = new ArrayList<>();
    pairs.forEach(pair -> stages.add(command.apply(pair)));
    return stages.stream().map(TestRedis::await).toList();
  }

  private static long keysStored() {
    return answer(redis.evaluate("return redis.call('DBSIZE')", new String[] {}));
  }
}
