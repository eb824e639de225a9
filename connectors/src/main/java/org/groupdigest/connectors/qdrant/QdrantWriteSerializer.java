package org.groupdigest.connectors.qdrant;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.groupdigest.connectors.sink.PlainValues;
import org.groupdigest.connectors.sink.StateBytes;
import org.groupdigest.connectors.sink.VersionedEntrySerializer;

/** The changes that wait, as bytes: a kind, the collection, and what the kind needs. */
final class QdrantWriteSerializer extends VersionedEntrySerializer<QdrantWrite> {
  private static final byte UPSERT = 1;
  private static final byte DELETE_IDS = 2;
  private static final byte DELETE_MATCHING = 3;

  @Override
  protected void serializeRequestToStream(QdrantWrite write, DataOutputStream out)
      throws IOException {
    if (write instanceof QdrantWrite.Upsert upsert) {
      begin(UPSERT, write, out);
      writePoint(upsert.point(), out);
    } else if (write instanceof QdrantWrite.DeleteIds deletion) {
      begin(DELETE_IDS, write, out);
      writeIds(deletion.ids(), out);
    } else {
      begin(DELETE_MATCHING, write, out);
      PlainValues.write(((QdrantWrite.DeleteMatching) write).filter().must(), out);
    }
  }

  private static void begin(byte kind, QdrantWrite write, DataOutput out) throws IOException {
    out.writeByte(kind);
    StateBytes.write(write.collection(), out);
  }

  private static void writePoint(QdrantPoint point, DataOutput out) throws IOException {
    writeId(point.id(), out);
    out.writeInt(point.vectorSize());
    for (float number : point.vector()) {
      out.writeFloat(number);
    }
    PlainValues.write(point.payload(), out);
  }

  private static void writeIds(Set<UUID> ids, DataOutput out) throws IOException {
    out.writeInt(ids.size());
    for (UUID id : new TreeSet<>(ids)) {
      writeId(id, out);
    }
  }

  private static void writeId(UUID id, DataOutput out) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  @Override
  protected QdrantWrite deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    byte kind = in.readByte();
    String collection = StateBytes.readText(in);
    return switch (kind) {
      case UPSERT -> new QdrantWrite.Upsert(collection, readPoint(in));
      case DELETE_IDS -> new QdrantWrite.DeleteIds(collection, readIds(in));
      case DELETE_MATCHING ->
          new QdrantWrite.DeleteMatching(collection, new QdrantFilter(PlainValues.read(in)));
      default -> throw new IOException("change of unknown kind " + kind);
    };
  }

  private static QdrantPoint readPoint(DataInput in) throws IOException {
    UUID id = readId(in);
    float[] vector = new float[in.readInt()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = in.readFloat();
    }
    return new QdrantPoint(id, vector, PlainValues.read(in));
  }

  private static Set<UUID> readIds(DataInput in) throws IOException {
    int count = in.readInt();
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < count; i++) {
      ids.add(readId(in));
    }
    return ids;
  }

  private static UUID readId(DataInput in) throws IOException {
    return new UUID(in.readLong(), in.readLong());
  }
}
