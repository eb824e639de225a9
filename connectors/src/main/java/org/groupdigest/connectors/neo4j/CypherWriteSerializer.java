package org.groupdigest.connectors.neo4j;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.groupdigest.connectors.sink.PlainValues;
import org.groupdigest.connectors.sink.StateBytes;
import org.groupdigest.connectors.sink.VersionedEntrySerializer;

/** The rows that wait, as bytes: name of the statement and values, never Cypher. */
final class CypherWriteSerializer extends VersionedEntrySerializer<CypherWrite> {
  @Override
  protected void serializeRequestToStream(CypherWrite write, DataOutputStream out)
      throws IOException {
    StateBytes.write(write.statement(), out);
    PlainValues.write(write.row(), out);
  }

  @Override
  protected CypherWrite deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    return new CypherWrite(StateBytes.readText(in), PlainValues.read(in));
  }
}
