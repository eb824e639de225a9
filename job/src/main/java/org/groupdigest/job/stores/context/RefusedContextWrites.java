package org.groupdigest.job.stores.context;

import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.Counter;
import org.groupdigest.connectors.contextstore.ContextStoreWrite;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.RefusedEntries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A message that the service does not take is counted and left out: history is poorer by one. An
 * erasure is never left out: it fails the job, until somebody has seen to the service.
 */
public final class RefusedContextWrites implements RefusedEntries<ContextStoreWrite> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RefusedContextWrites.class);

  private transient Counter refused;

  @Override
  public void open(WriterInitContext context) {
    refused = context.metricGroup().counter("digest_context_storage_refused_total");
  }

  @Override
  public void refused(ContextStoreWrite entry, StoreException reason) {
    boolean said =
        entry instanceof ContextStoreWrite.Upsert upsert && !upsert.document().text().isEmpty();
    if (!said) {
      throw reason;
    }
    refused.inc();
    LOG.warn("a message was not taken by the context storage: {}", reason.code());
  }
}
