package org.groupdigest.job.stores;

import org.apache.flink.api.connector.sink2.SinkWriter;
import org.groupdigest.connectors.sink.OrderedSink;
import org.groupdigest.connectors.sink.WriterContext;

/** Writes changes with a writer of their own, as after a start, and waits until they are stored. */
public final class WrittenChanges {

  private WrittenChanges() {}

  public static void to(OrderedSink<DigestChange, ?> sink, DigestChange... changes)
      throws Exception {
    SinkWriter<DigestChange> writer = sink.createWriter(WriterContext.inRealTime());
    try {
      for (DigestChange change : changes) {
        writer.write(change, null);
      }
      writer.flush(true);
    } finally {
      writer.close();
    }
  }
}
