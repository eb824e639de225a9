package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Bytes that a version of a sink's serializer wrote once, as hex in {@code
 * src/test/resources/state}: every later version must read them.
 */
public final class FrozenEntries {
  private static final Path FOLDER = Path.of("src", "test", "resources", "state");

  private FrozenEntries() {}

  /** A state with these changes. */
  public static <E extends SinkEntry> BufferedRequestState<E> state(List<E> entries) {
    return new BufferedRequestState<>(
        entries.stream().map(e -> new RequestEntryWrapper<>(e, e.sizeInBytes())).toList());
  }

  /** Reads a file with today's serializer. */
  public static <E extends SinkEntry> List<E> read(
      String file, int version, SimpleVersionedSerializer<BufferedRequestState<E>> serializer)
      throws IOException {
    try (InputStream in = FrozenEntries.class.getResourceAsStream("/state/" + file)) {
      assertThat(in).as(file).isNotNull();
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
      return entries(serializer.deserialize(version, HexFormat.of().parseHex(hex)));
    }
  }

  /** Writes a file; run once a version, by hand. */
  public static <E extends SinkEntry> void write(
      String file, SimpleVersionedSerializer<BufferedRequestState<E>> serializer, List<E> entries)
      throws IOException {
    String hex = HexFormat.of().formatHex(serializer.serialize(state(entries)));
    Files.writeString(Files.createDirectories(FOLDER).resolve(file), hex + "\n");
  }

  /** The changes of a state. */
  public static <E extends SinkEntry> List<E> entries(BufferedRequestState<E> state) {
    return state.getBufferedRequestEntries().stream()
        .map(RequestEntryWrapper::getRequestEntry)
        .toList();
  }
}
