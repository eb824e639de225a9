package org.groupdigest.connectors.sink;

import java.io.IOException;
import java.io.Serializable;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriterStateSerializer;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/**
 * State of a sink with a version that is looked at: bytes of an unknown layout fail the restore
 * instead of being guessed at.
 *
 * @param <EntryT> changes to the store
 */
public abstract class VersionedEntrySerializer<EntryT extends Serializable>
    extends AsyncSinkWriterStateSerializer<EntryT> {
  /** The first layout, and the only one of most sinks. */
  public static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public BufferedRequestState<EntryT> deserialize(int version, byte[] serialized)
      throws IOException {
    if (version != getVersion()) {
      throw new IOException("sink state of version " + version + ", not " + getVersion());
    }
    return super.deserialize(version, serialized);
  }
}
