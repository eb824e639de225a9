package org.groupdigest.job.stores;

import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.RefusedEntries;
import org.groupdigest.connectors.sink.SinkEntry;
import org.groupdigest.job.metrics.LabelledCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves out a change that a derived store refuses for good, and counts it as {@code
 * digest_store_skipped_total{error_code="refused"}}: one digest that a store will not have must not
 * keep the others of all tenants from it, and the truth is elsewhere.
 *
 * @param <EntryT> changes of the store
 */
public final class SkipRefused<EntryT extends SinkEntry> implements RefusedEntries<EntryT> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(SkipRefused.class);

  private transient LabelledCounters skipped;

  @Override
  public void open(WriterInitContext context) {
    skipped =
        new LabelledCounters(context.metricGroup(), ParseStoredFunction.SKIPPED, "error_code");
  }

  @Override
  public void refused(EntryT entry, StoreException reason) {
    skipped.add(1, "refused");
    LOG.error("a change was refused and left out: {}, {}", entry, reason.code());
  }
}
