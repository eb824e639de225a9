package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.SinkStateContract;
import org.junit.jupiter.api.Test;

class RedisWriteStateSerializerTest extends SinkStateContract<RedisWrite> {
  private static final Duration DAY = Duration.ofDays(1);
  private static final List<RedisWrite> WRITES =
      List.of(
          RedisWrite.set("ключ 🙂", "значение", DAY),
          RedisWrite.setIfNewer("k", "", RedisWrite.HIGHEST_VERSION, Duration.ofMillis(1)),
          RedisWrite.delete("k"),
          RedisWrite.deleteIfNewer("k", 3, DAY));

  private final RedisWriteStateSerializer serializer = new RedisWriteStateSerializer();

  RedisWriteStateSerializerTest() {
    super(new RedisWriteStateSerializer(), "redis-writes-v1.hex", WRITES);
  }

  @Test
  void aStateGoesRoundWhateverTheSizes() throws Exception {
    RedisWrite large = RedisWrite.set("k".repeat(70_000), "v".repeat(200_000), DAY);
    byte[] bytes = serializer.serialize(FrozenEntries.state(List.of(large, WRITES.get(0))));
    assertThat(FrozenEntries.entries(serializer.deserialize(serializer.getVersion(), bytes)))
        .containsExactly(large, WRITES.get(0));
  }

  /** A kind more than the first state had; the layout is the same. */
  @Test
  void aValueThatTellsItsVersionGoesRound() throws Exception {
    RedisWrite write = RedisWrite.setUnlessNewer("k", "<v3>", 3, DAY);
    byte[] bytes = serializer.serialize(FrozenEntries.state(List.of(write)));
    assertThat(FrozenEntries.entries(serializer.deserialize(1, bytes))).containsExactly(write);
  }

  @Test
  void aWriteOfAKindThatIsNotKnownIsNotGuessedAt() throws Exception {
    byte[] bytes = serializer.serialize(FrozenEntries.state(List.of(WRITES.get(2))));
    int kind = Long.BYTES + Integer.BYTES + Long.BYTES;
    bytes[kind] = 99;
    assertThatThrownBy(() -> serializer.deserialize(1, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
  }
}
