package org.groupdigest.job.app;

import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.groupdigest.connectors.contextstore.ContextStoreSink;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.pipeline.RawRecord;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.stores.context.ContextChange;
import org.groupdigest.job.stores.context.ContextChangesFunction;
import org.groupdigest.job.stores.context.ContextDocuments;
import org.groupdigest.job.stores.context.ContextEvent;
import org.groupdigest.job.stores.context.ContextEventReader;
import org.groupdigest.job.stores.context.ContextFields;
import org.groupdigest.job.stores.context.RefusedContextWrites;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the context storage service: messages of closed windows go in, what is erased or removed
 * goes out, each group in its order. While the service is away only this job waits.
 */
public final class ContextJob {

  /** A message has at most 1 MiB when it comes in; with what is said about it, it must fit. */
  private static final long LARGEST_WRITE_BYTES = 4L << 20;

  private ContextJob() {}

  /**
   * Adds the job to the graph that its inputs belong to.
   *
   * @param ready records of {@code group.window.ready}
   * @param erased records of {@code group.message.erased}
   * @param removed records of {@code digest.removed}
   * @param sink makes the changes, see {@link #sink}
   */
  public static void assemble(
      DataStream<RawRecord> ready,
      DataStream<RawRecord> erased,
      DataStream<RawRecord> removed,
      Sink<ContextChange> sink) {
    ready
        .union(erased, removed)
        .flatMap(new ReadContextEvents())
        .returns(TypeInformation.of(ContextEvent.class))
        .uid(Uids.PARSE_READY)
        .name("read windows, erasures and removals")
        .keyBy(event -> event.group().encoded(), Types.STRING)
        .process(new ContextChangesFunction())
        .returns(TypeInformation.of(ContextChange.class))
        .uid(Uids.CONTEXT_CHANGES)
        .name("what to remember and what to forget")
        .sinkTo(sink)
        .uid(Uids.CONTEXT_SINK)
        .name("to the context storage");
  }

  /** Writes to the service that the settings name. */
  public static Sink<ContextChange> sink(StoreSettings.ContextStorage service) {
    return ContextStoreSink.<ContextChange>builder()
        .setConfig(SharedContextStorage.config(service))
        .setApiKey(SharedContextStorage.key(service.apiKey()))
        .setNewestBy(ContextFields.POSTED_AT)
        .setElementConverter((change, context) -> ContextDocuments.write(change))
        .setRefusedEntries(new RefusedContextWrites())
        .setMaxRecordSizeInBytes(LARGEST_WRITE_BYTES)
        .build();
  }

  /**
   * Reads events. A record that is none is counted and left out: only the product writes these
   * topics, and the digests pipeline makes dead letters of windows that it cannot read.
   */
  private static final class ReadContextEvents
      extends RichFlatMapFunction<RawRecord, ContextEvent> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ContextJob.class);

    private transient Counter unread;

    @Override
    public void open(OpenContext context) {
      unread = getRuntimeContext().getMetricGroup().counter("digest_context_storage_unread_total");
    }

    @Override
    public void flatMap(RawRecord raw, Collector<ContextEvent> out) {
      Optional<ContextEvent> event = ContextEventReader.read(raw.value(), raw.brokerTime());
      if (event.isEmpty()) {
        unread.inc();
        LOG.warn("not an event for the context storage: {}", raw.position());
      }
      event.ifPresent(out::collect);
    }
  }
}
