package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.SinkStateContract;
import org.junit.jupiter.api.Test;

class S3ObjectStateSerializerTest extends SinkStateContract<S3Object> {
  private static final List<S3Object> OBJECTS =
      List.of(
          S3Object.of(
              "group/a/1.json", "{\"ключ\":1}".getBytes(StandardCharsets.UTF_8), "text/json"),
          S3Object.of("пусто 🙂", new byte[0], "").atVersion(Long.MAX_VALUE));

  private final S3ObjectStateSerializer serializer = new S3ObjectStateSerializer();

  S3ObjectStateSerializerTest() {
    super(new S3ObjectStateSerializer(), "s3-objects-v1.hex", OBJECTS);
  }

  @Test
  void aStateGoesRound() throws Exception {
    S3Object large = S3Object.of("k", new byte[300_000], "image/png");
    byte[] bytes = serializer.serialize(FrozenEntries.state(List.of(large, OBJECTS.get(0))));
    assertThat(FrozenEntries.entries(serializer.deserialize(serializer.getVersion(), bytes)))
        .containsExactly(large, OBJECTS.get(0));
  }

  @Test
  void aStateThatWasCutOffIsNotReadAsAShorterObject() throws Exception {
    byte[] bytes = serializer.serialize(FrozenEntries.state(List.of(OBJECTS.get(0))));
    byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> serializer.deserialize(1, cut)).isInstanceOf(EOFException.class);
  }
}
