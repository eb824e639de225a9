package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.SinkStateContract;
import org.junit.jupiter.api.Test;

class S3WriteStateSerializerTest extends SinkStateContract<S3Write> {
  private static final byte[] TEXT = "{\"ключ\":1}".getBytes(StandardCharsets.UTF_8);
  private static final S3Object OBJECT = S3Object.of("group/a/1.json", TEXT, "text/json");
  private static final List<S3Write> WRITES =
      List.of(
          S3Write.put(OBJECT),
          S3Write.delete("пусто 🙂"),
          S3Write.deleteOthers("p/", Set.of("p/b", "p/a")),
          S3Write.deleteOthers("q/", Set.of()));

  private final S3WriteStateSerializer serializer = new S3WriteStateSerializer();

  S3WriteStateSerializerTest() {
    super(new S3WriteStateSerializer(), "s3-writes-v2.hex", WRITES);
  }

  @Test
  void theObjectsOfVersion1AreStored() throws Exception {
    assertThat(FrozenEntries.read("s3-objects-v1.hex", 1, serializer))
        .hasSize(2)
        .first()
        .isEqualTo(S3Write.put(OBJECT));
  }

  @Test
  void aChangeOfAKindThatIsNotKnownIsNotGuessedAt() throws Exception {
    byte[] bytes = serializer.serialize(FrozenEntries.state(List.of(WRITES.get(1))));
    bytes[Long.BYTES + Integer.BYTES + Long.BYTES] = 99;
    assertThatThrownBy(() -> serializer.deserialize(2, bytes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("99");
    assertThatThrownBy(() -> serializer.deserialize(3, bytes)).hasMessageContaining("version 3");
  }

  @Test
  void aPrefixThatIsNoFolderIsRefused() {
    assertThatThrownBy(() -> S3Write.deleteOthers("group/a", Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTextOfADeletionSaysNoKey() {
    assertThat(WRITES.toString()).doesNotContain("пусто", "p/");
  }
}
