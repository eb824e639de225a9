package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.testing.FreePorts;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

class RedisValuesITCase {
  private final int port = FreePorts.any();
  private final RedisConfig config =
      new RedisConfig("redis://127.0.0.1:" + port, Duration.ofSeconds(2), Duration.ZERO);

  @Test
  void aValueIsThereForItsTime() throws Exception {
    RedisServer server = start();
    try (RedisValues values = RedisValues.open(config)) {
      await(values.set("k", "значение 🙂", Duration.ofHours(1)));
      assertThat(await(values.get("k"))).isEqualTo(new RedisReply.Answered<>("значение 🙂"));
      assertThat(await(values.evaluate("return redis.call('PTTL', KEYS[1])", new String[] {"k"})))
          .isInstanceOfSatisfying(
              RedisReply.Answered.class, ttl -> assertThat((Long) ttl.value()).isPositive());
      assertThat(await(values.delete("k"))).isEqualTo(new RedisReply.Answered<>(1L));
      assertThat(await(values.get("k"))).isEqualTo(new RedisReply.Answered<>(null));
    } finally {
      server.stop();
    }
  }

  @Test
  void fieldsOfAHashComeInTheOrderTheyWereAskedFor() throws Exception {
    RedisServer server = start();
    try (RedisValues values = RedisValues.open(config)) {
      String script = "return redis.call('HSET', KEYS[1], 'a', 'один', 'b', '')";
      await(values.evaluate(script, new String[] {"h"}));
      assertThat(await(values.fields("h", List.of("b", "none", "a"))))
          .isEqualTo(new RedisReply.Answered<>(Arrays.asList("", null, "один")));
      assertThat(await(values.fields("nothing", List.of("a"))))
          .isEqualTo(new RedisReply.Answered<>(Arrays.asList((String) null)));
      await(values.set("text", "x", Duration.ofHours(1)));
      assertThat(await(values.fields("text", List.of("a"))))
          .isEqualTo(new RedisReply.Unavailable<>("refused"));
    } finally {
      server.stop();
    }
  }

  @Test
  void keysOfAPatternAreWalkedPageByPage() throws Exception {
    RedisServer server = start();
    try (RedisValues values = RedisValues.open(config)) {
      for (int i = 0; i < 300; i++) {
        await(values.set("сад:*:" + i, "v", Duration.ofHours(1)));
        await(values.set("сад:x:" + i, "v", Duration.ofHours(1)));
      }
      Set<String> found = new HashSet<>();
      int pages = 0;
      for (String next = RedisKeyPage.START; next != null; pages++) {
        RedisReply<RedisKeyPage> reply = await(values.scan(next, "сад:\\*:*", 50));
        RedisKeyPage page = ((RedisReply.Answered<RedisKeyPage>) reply).value();
        found.addAll(page.keys());
        next = page.next();
      }
      assertThat(found).hasSize(300).allMatch(key -> key.startsWith("сад:*:"));
      assertThat(pages).isGreaterThan(3);
    } finally {
      server.stop();
    }
  }

  @Test
  void anErrorReplyIsNotAnOutage() throws Exception {
    RedisServer server = start();
    try (RedisValues values = RedisValues.open(config)) {
      assertThat(await(values.evaluate("return redis.call('NOPE')", new String[] {})))
          .isEqualTo(new RedisReply.Unavailable<>("refused"));
    } finally {
      server.stop();
    }
  }

  @Test
  void redisMayBeDownAtTheStartAndComeLater() throws Exception {
    try (RedisValues values = RedisValues.open(config)) {
      assertThat(await(values.get("k"))).isEqualTo(new RedisReply.Unavailable<>("unreachable"));
      RedisServer server = start();
      try {
        Awaitility.await().until(() -> await(values.get("k")) instanceof RedisReply.Answered);
      } finally {
        server.stop();
      }
    }
  }

  @Test
  void redisMayGoDownAndComeBack() throws Exception {
    RedisServer server = start();
    try (RedisValues values = RedisValues.open(config)) {
      assertThat(await(values.get("k"))).isInstanceOf(RedisReply.Answered.class);
      server.stop();
      Awaitility.await().until(() -> await(values.get("k")) instanceof RedisReply.Unavailable);
      server = start();
      Awaitility.await().until(() -> await(values.get("k")) instanceof RedisReply.Answered);
    } finally {
      server.stop();
    }
  }

  @Test
  void afterClosingItIsAwayWhetherOrNotItWasEverThere() throws Exception {
    RedisValues values = RedisValues.open(config);
    assertThat(await(values.get("k"))).isEqualTo(new RedisReply.Unavailable<>("unreachable"));
    values.close();
    assertThat(await(values.get("k"))).isEqualTo(new RedisReply.Unavailable<>("unreachable"));
  }

  @Test
  void theTextOfAConfigHasNoPassword() {
    assertThat(RedisConfig.of("redis://user:s@cret@host:6379/1"))
        .hasToString("RedisConfig[redis://host:6379/1]");
  }

  private RedisServer start() throws IOException {
    RedisServer server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
    server.start();
    return server;
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
