package org.groupdigest.connectors.redis;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.connectors.redis.RedisWrite.Operation;
import org.groupdigest.connectors.sink.StateBytes;
import org.groupdigest.connectors.sink.VersionedEntrySerializer;

/**
 * Writes that wait, in checkpoints; version 1: code of the operation, key, version, then time to
 * live in ms unless it is a plain deletion, then the value if it has one.
 */
final class RedisWriteStateSerializer extends VersionedEntrySerializer<RedisWrite> {
  private static final Set<Operation> VALUED =
      EnumSet.of(Operation.SET, Operation.SET_IF_NEWER, Operation.SET_UNLESS_NEWER);

  @Override
  protected void serializeRequestToStream(RedisWrite write, DataOutputStream out)
      throws IOException {
    out.writeByte(write.operation().code());
    StateBytes.write(write.key(), out);
    out.writeLong(write.version());
    if (write.ttl() != null) {
      out.writeLong(write.ttl().toMillis());
    }
    if (write.value() != null) {
      StateBytes.write(write.value(), out);
    }
  }

  @Override
  protected RedisWrite deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    Operation operation = operation(in.readByte());
    String key = StateBytes.readText(in);
    long version = in.readLong();
    Duration ttl = operation == Operation.DELETE ? null : Duration.ofMillis(in.readLong());
    String value = VALUED.contains(operation) ? StateBytes.readText(in) : null;
    return new RedisWrite(operation, key, value, version, ttl);
  }

  private static Operation operation(int code) throws IOException {
    return Stream.of(Operation.values())
        .filter(operation -> operation.code() == code)
        .findFirst()
        .orElseThrow(() -> new IOException("a write to Redis of unknown kind " + code));
  }
}
