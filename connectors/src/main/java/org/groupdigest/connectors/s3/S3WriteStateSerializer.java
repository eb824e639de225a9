package org.groupdigest.connectors.s3;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.groupdigest.connectors.sink.StateBytes;
import org.groupdigest.connectors.sink.VersionedEntrySerializer;

/**
 * Changes that wait, in checkpoints; version 2: a kind, then an object, a key, or a prefix with the
 * number of keys and the keys. Version 1 knew objects only, see {@link S3ObjectStateSerializer}.
 */
final class S3WriteStateSerializer extends VersionedEntrySerializer<S3Write> {
  private static final int WITH_DELETIONS = 2;
  private static final byte PUT = 1;
  private static final byte DELETE = 2;
  private static final byte DELETE_OTHERS = 3;

  private final S3ObjectStateSerializer objects = new S3ObjectStateSerializer();

  @Override
  public int getVersion() {
    return WITH_DELETIONS;
  }

  @Override
  public BufferedRequestState<S3Write> deserialize(int version, byte[] serialized)
      throws IOException {
    return version == VERSION
        ? puts(objects.deserialize(version, serialized))
        : super.deserialize(version, serialized);
  }

  private static BufferedRequestState<S3Write> puts(BufferedRequestState<S3Object> state) {
    return new BufferedRequestState<>(
        state.getBufferedRequestEntries().stream()
            .map(
                old -> new RequestEntryWrapper<>(S3Write.put(old.getRequestEntry()), old.getSize()))
            .toList());
  }

  @Override
  protected void serializeRequestToStream(S3Write write, DataOutputStream out) throws IOException {
    if (write instanceof S3Write.Put put) {
      out.writeByte(PUT);
      objects.serializeRequestToStream(put.object(), out);
    } else if (write instanceof S3Write.Delete deletion) {
      out.writeByte(DELETE);
      StateBytes.write(deletion.key(), out);
    } else {
      out.writeByte(DELETE_OTHERS);
      writeOthers((S3Write.DeleteOthers) write, out);
    }
  }

  private static void writeOthers(S3Write.DeleteOthers deletion, DataOutputStream out)
      throws IOException {
    StateBytes.write(deletion.prefix(), out);
    out.writeInt(deletion.kept().size());
    for (String key : new TreeSet<>(deletion.kept())) {
      StateBytes.write(key, out);
    }
  }

  @Override
  protected S3Write deserializeRequestFromStream(long size, DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case PUT -> S3Write.put(objects.deserializeRequestFromStream(size, in));
      case DELETE -> S3Write.delete(StateBytes.readText(in));
      case DELETE_OTHERS -> S3Write.deleteOthers(StateBytes.readText(in), readKeys(in));
      default -> throw new IOException("change of unknown kind " + kind);
    };
  }

  private static Set<String> readKeys(DataInputStream in) throws IOException {
    int count = in.readInt();
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < count; i++) {
      keys.add(StateBytes.readText(in));
    }
    return keys;
  }
}
