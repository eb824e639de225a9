package org.groupdigest.connectors.s3;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.groupdigest.connectors.sink.StateBytes;
import org.groupdigest.connectors.sink.VersionedEntrySerializer;

/**
 * Objects, as the state of the sink held them in its version 1 and holds them since: key, content
 * type, hash, version, content.
 */
final class S3ObjectStateSerializer extends VersionedEntrySerializer<S3Object> {
  @Override
  protected void serializeRequestToStream(S3Object object, DataOutputStream out)
      throws IOException {
    StateBytes.write(object.key(), out);
    StateBytes.write(object.contentType(), out);
    StateBytes.write(object.sha256(), out);
    out.writeLong(object.version());
    StateBytes.write(object.bytes(), out);
  }

  @Override
  protected S3Object deserializeRequestFromStream(long requestSize, DataInputStream in)
      throws IOException {
    String key = StateBytes.readText(in);
    String contentType = StateBytes.readText(in);
    String sha256 = StateBytes.readText(in);
    long version = in.readLong();
    return new S3Object(key, StateBytes.read(in), contentType, sha256, version);
  }
}
