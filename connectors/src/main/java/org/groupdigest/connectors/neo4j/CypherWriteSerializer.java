package org.groupdigest.connectors.neo4j;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.groupdigest.connectors.ordered.PlainValues;
import org.groupdigest.connectors.ordered.VersionedEntrySerializer;

/** The rows that wait, as bytes: name of the statement and values, never Cypher. */
final class CypherWriteSerializer extends VersionedEntrySerializer<CypherWrite> {
  @Override
  protected void serializeRequestToStream(CypherWrite write, DataOutputStream out)
      throws IOException {
    PlainValues.writeText(write.statement(), out);
    PlainValues.write(write.row(), out);
  }

  @Override
  protected CypherWrite deserializeRequestFromStream(long size, DataInputStream in)
      throws IOException {
    return new CypherWrite(PlainValues.readText(in), PlainValues.read(in));
  }
}
