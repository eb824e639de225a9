package org.groupdigest.job.stores;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.connectors.kafka.KafkaRecord;
import org.groupdigest.job.metrics.LabelledCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was stored or removed. Only this product writes there, so what cannot be read is of a
 * version that this job does not know: it is counted as {@code
 * digest_store_skipped_total{error_code}} and left out; an event that names the digest again makes
 * up for it, as does a job that reads the topic from its beginning.
 */
public final class ParseStoredFunction extends RichFlatMapFunction<KafkaRecord, DigestNotice> {

  /** Counts what was left out, with the label {@code error_code}. */
  static final String SKIPPED = "digest_store_skipped_total";

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ParseStoredFunction.class);

  private transient LabelledCounters skipped;

  @Override
  public void open(OpenContext context) {
    skipped = new LabelledCounters(getRuntimeContext().getMetricGroup(), SKIPPED, "error_code");
  }

  @Override
  public void flatMap(KafkaRecord record, Collector<DigestNotice> out) {
    NoticeReader.Read read = NoticeReader.read(record.value());
    if (read instanceof NoticeReader.Read.Known known) {
      out.collect(known.notice());
      return;
    }
    String code = ((NoticeReader.Read.Unreadable) read).code().wireName();
    skipped.add(1, code);
    LOG.warn("{} cannot be read: {}", record, code);
  }
}
