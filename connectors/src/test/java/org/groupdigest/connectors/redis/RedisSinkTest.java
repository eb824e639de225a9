package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.sink.WriterContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisSinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void whatTravelsWithTheJobHoldsNoPassword() throws Exception {
    RedisSink<String> sink =
        RedisSink.<String>builder("redis://host")
            .setPassword(password("open sesame"))
            .setElementConverter((key, context) -> RedisWrite.delete(key))
            .build();
    byte[] bytes = InstantiationUtil.serializeObject(sink);
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
        .contains(folder.toString())
        .doesNotContain("open sesame");
  }

  @Test
  void aPasswordInTheAddressIsRefusedAndNotRepeated() {
    RedisSinkBuilder<String> builder =
        RedisSink.<String>builder("redis://user:sesame@host")
            .setElementConverter((key, context) -> RedisWrite.delete(key));
    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("sesame");
  }

  @Test
  void aSinkOfAConfigurationIsReachedByIt() throws Exception {
    RedisSink<String> sink =
        RedisSink.<String>builder(RedisConfig.of("redis://:open@127.0.0.1:1"))
            .setElementConverter((key, context) -> RedisWrite.delete(key))
            .build();
    RedisSink<String> travelled = InstantiationUtil.clone(sink);
    var writer = travelled.createWriter(new WriterContext());
    writer.write("k", null);
    assertThat(writer.snapshotState(1).get(0).getBufferedRequestEntries()).hasSize(1);
    writer.close();
  }

  @Test
  void thePasswordIsPutIntoTheAddressOnlyForTheClient() throws Exception {
    RedisAddress address =
        new RedisAddress("rediss://ann@host:6380/2", password("a b:@/%"), SECOND);
    assertThat(address.toString()).doesNotContain("a b");
    assertThat(address.resolve().uri()).isEqualTo("rediss://ann:a%20b%3A%40%2F%25@host:6380/2");
    assertThat(new RedisAddress("redis://host/2", password("x"), SECOND).resolve().uri())
        .isEqualTo("redis://:x@host/2");
    assertThat(new RedisAddress("redis://host", null, SECOND).resolve().uri())
        .isEqualTo("redis://host");
  }

  @Test
  void writesThatCannotBeMadeAreRefusedAtOnce() {
    assertThatThrownBy(() -> RedisWrite.set("k", "v", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RedisWrite.setIfNewer("k", "v", (1L << 53) + 1, SECOND))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RedisWrite.deleteIfNewer("k", -1, SECOND))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTextOfAWriteSaysNeitherKeyNorValue() {
    assertThat(RedisWrite.set("key", "value", SECOND)).hasToString("RedisWrite[SET, version 0]");
    assertThat(new VersionedValue(3, "value")).hasToString("VersionedValue[3]");
  }

  private Secret password(String value) throws Exception {
    return Secret.file(Files.writeString(folder.resolve("password"), value));
  }
}
