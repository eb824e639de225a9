package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Bytes that a version of a sink's serializer has written once, as hex in {@code
 * src/test/resources/state}; today's serializer must read them for ever.
 */
public final class FrozenState {
  private static final Path RESOURCES = Path.of("src", "test", "resources", "state");

  private FrozenState() {}

  /** The state of a writer that holds these entries. */
  public static <E extends Serializable> BufferedRequestState<E> of(List<E> entries) {
    return new BufferedRequestState<>(
        entries.stream().map(entry -> new RequestEntryWrapper<>(entry, 7)).toList());
  }

  /** Freezes a state; run once for each version. */
  public static <E extends Serializable> void write(
      String name,
      SimpleVersionedSerializer<BufferedRequestState<E>> serializer,
      BufferedRequestState<E> state)
      throws IOException {
    String hex = HexFormat.of().formatHex(serializer.serialize(state));
    Files.writeString(Files.createDirectories(RESOURCES).resolve(name), hex + "\n");
  }

  /** Reads a frozen state with today's serializer. */
  public static <E extends Serializable> List<E> read(
      String name, int version, SimpleVersionedSerializer<BufferedRequestState<E>> serializer)
      throws IOException {
    try (InputStream in = FrozenState.class.getResourceAsStream("/state/" + name)) {
      assertThat(in).as(name).isNotNull();
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
      return entries(serializer.deserialize(version, HexFormat.of().parseHex(hex)));
    }
  }

  /** The entries of a state. */
  public static <E extends Serializable> List<E> entries(BufferedRequestState<E> state) {
    return state.getBufferedRequestEntries().stream()
        .map(RequestEntryWrapper::getRequestEntry)
        .toList();
  }
}
