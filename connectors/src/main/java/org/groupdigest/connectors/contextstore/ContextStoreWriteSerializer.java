package org.groupdigest.connectors.contextstore;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.groupdigest.connectors.sink.PlainValues;
import org.groupdigest.connectors.sink.StateBytes;
import org.groupdigest.connectors.sink.VersionedEntrySerializer;

/** The changes that wait, as bytes: a kind, the namespace, and what the kind needs. */
final class ContextStoreWriteSerializer extends VersionedEntrySerializer<ContextStoreWrite> {
  private static final byte UPSERT = 1;
  private static final byte BLANK = 2;

  @Override
  protected void serializeRequestToStream(ContextStoreWrite write, DataOutputStream out)
      throws IOException {
    out.writeByte(write instanceof ContextStoreWrite.Upsert ? UPSERT : BLANK);
    StateBytes.write(write.namespace(), out);
    if (write instanceof ContextStoreWrite.Upsert upsert) {
      StateBytes.write(upsert.document().id(), out);
      StateBytes.write(upsert.document().text(), out);
      PlainValues.write(upsert.document().metadata(), out);
    } else {
      ContextStoreWrite.Blank blank = (ContextStoreWrite.Blank) write;
      PlainValues.write(blank.filter().equal(), out);
      PlainValues.write(blank.filter().atMost(), out);
      PlainValues.write(blank.marks(), out);
    }
  }

  @Override
  protected ContextStoreWrite deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    byte kind = in.readByte();
    String namespace = StateBytes.readText(in);
    return switch (kind) {
      case UPSERT ->
          new ContextStoreWrite.Upsert(
              namespace,
              new ContextDocument(
                  StateBytes.readText(in), StateBytes.readText(in), PlainValues.read(in)));
      case BLANK ->
          new ContextStoreWrite.Blank(
              namespace,
              new ContextFilter(PlainValues.read(in), PlainValues.read(in)),
              PlainValues.read(in));
      default -> throw new IOException("change of unknown kind " + kind);
    };
  }
}
