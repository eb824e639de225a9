package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.TestRedis.answer;
import static org.groupdigest.job.stores.vectors.VectorDigests.GROUP;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.RedisKeys;
import org.groupdigest.job.persist.TestRedis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors are paid for once, on a real server; without it they are made anew. */
class CachedEmbedderITCase {

  private static final String KEY = RedisKeys.embeddings(GROUP);

  @TempDir private Path folder;
  private TestRedis server;
  private RedisValues redis;
  private final FakeProvider provider = new FakeProvider();

  @BeforeEach
  void start() {
    server = new TestRedis(folder);
    redis = server.client();
  }

  @AfterEach
  void stop() {
    redis.close();
    server.close();
  }

  @Test
  void aTextIsPaidForOnceAndOnlyWhatIsNewIsAskedFor() {
    assertThat(embed("one", "three").use()).isEqualTo(new EmbeddingUse("emb-1", 2, 0, 10));
    awaitFields(2);

    Embedding.Vectors second = embed("three", "seventh", "one", "seventh");

    assertThat(second.vectors())
        .containsExactly(
            new float[] {5, 1}, new float[] {7, 1}, new float[] {3, 1}, new float[] {7, 1});
    assertThat(second.use()).isEqualTo(new EmbeddingUse("emb-1", 1, 3, 5));
    assertThat(provider.requests().get(1).texts()).containsExactly("seventh");
    awaitFields(3);
    assertThat(embed("one", "three", "seventh").use())
        .isEqualTo(new EmbeddingUse("emb-1", 0, 3, 0));
    assertThat(provider.requests()).hasSize(2);
  }

  @Test
  void redisHoldsHashesAndNumbersForAWeekAndNoText() {
    embed("pump");
    awaitFields(1);
    String field = Checksums.sha256("emb-1\npump");
    assertThat(answer(redis.fields(KEY, List.of(field)))).containsExactly("1:AACAQAAAgD8=");
    assertThat(integer("return redis.call('PTTL', KEYS[1])"))
        .isBetween(Duration.ofDays(7).minusMinutes(5).toMillis(), Duration.ofDays(7).toMillis());
  }

  @Test
  void groupsTenantsAndModelsDoNotShareVectors() {
    embed("pump");
    awaitFields(1);
    new CachedEmbedder(model("emb-1"), redis)
        .embed(new GroupKey("acme", "other"), List.of("pump"))
        .toCompletableFuture()
        .join();
    new CachedEmbedder(model("emb-2"), redis)
        .embed(GROUP, List.of("pump"))
        .toCompletableFuture()
        .join();
    assertThat(provider.requests()).hasSize(3);
  }

  @Test
  void aValueOfAnotherVersionOrSizeIsMadeAnewAndReplaced() {
    String field = Checksums.sha256("emb-1\npump");
    for (String strange : List.of("2:AACAQAAAgD8=", "1:AACAQA==", "nonsense")) {
      integer("return redis.call('HSET', KEYS[1], '" + field + "', '" + strange + "')");
      int before = provider.requests().size();
      assertThat(embed("pump").vectors()).containsExactly(new float[] {4, 1});
      assertThat(provider.requests()).hasSize(before + 1);
      Awaitility.await()
          .until(() -> answer(redis.fields(KEY, List.of(field))).get(0).equals("1:AACAQAAAgD8="));
    }
  }

  @Test
  void aHashThatHasGrownBeginsAnew() {
    for (int i = 0; i < 3; i++) {
      embed(3, "text " + "x".repeat(i));
      awaitFields(i + 1);
    }
    embed(3, "one more");
    awaitFields(1);
  }

  @Test
  void whatTheProviderRefusesIsNotRemembered() {
    provider.failWith(LlmFailure.of(Kind.OVERLOADED, "http_503"));
    assertThat(result(CachedEmbedder.MOST, "pump"))
        .isEqualTo(new Embedding.Unavailable("overloaded", null));
    assertThat(embed("pump").vectors()).hasSize(1);
  }

  @Test
  void withoutRedisTextsAreEmbeddedAsIfNeverSeen() {
    embed("pump");
    server.stop();
    Awaitility.await()
        .until(() -> TestRedis.await(redis.get("k")) instanceof RedisReply.Unavailable);
    assertThat(embed("pump").vectors()).containsExactly(new float[] {4, 1});
    assertThat(provider.requests()).hasSize(2);
    server.start();
  }

  private void awaitFields(long count) {
    Awaitility.await().until(() -> integer("return redis.call('HLEN', KEYS[1])") == count);
  }

  private long integer(String script) {
    return answer(redis.evaluate(script, new String[] {KEY}));
  }

  private Embedding.Vectors embed(String... texts) {
    return embed(CachedEmbedder.MOST, texts);
  }

  private Embedding.Vectors embed(int most, String... texts) {
    return (Embedding.Vectors) result(most, texts);
  }

  private Embedding result(int most, String... texts) {
    return TestRedis.await(
        new CachedEmbedder(model("emb-1"), redis, most).embed(GROUP, List.of(texts)));
  }

  private ModelEmbedder model(String name) {
    return new ModelEmbedder(provider, name, 2, Duration.ofSeconds(5));
  }
}
