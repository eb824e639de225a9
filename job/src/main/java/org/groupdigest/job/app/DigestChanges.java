package org.groupdigest.job.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.groupdigest.connectors.kafka.KafkaRecord;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.DigestNotice;
import org.groupdigest.job.stores.LoadDigestFunction;
import org.groupdigest.job.stores.ParseStoredFunction;
import org.groupdigest.job.stores.StoredDigestsSource;

/**
 * What every derived store begins with: events say which digests have changed, the store of the
 * truth says into what. Changes of a group come one after the other and in order of their reading,
 * so an older one is never behind a newer one, as long as nothing deals them out anew.
 */
final class DigestChanges {

  /** Digests that are read side by side, or wait for those before them. */
  private static final int CAPACITY = 64;

  private static final RetryDelays DELAYS =
      new RetryDelays(Duration.ofMillis(200), Duration.ofSeconds(30));

  private DigestChanges() {}

  /**
   * The changes.
   *
   * @param events records of {@code digest.persisted} and {@code digest.removed}, those of a group
   *     in order, as in their partitions
   * @param digests where digests are read
   */
  static SingleOutputStreamOperator<DigestChange> of(
      DataStream<KafkaRecord> events, StoredDigestsSource digests) {
    return AsyncDataStream.orderedWait(
            events
                .flatMap(new ParseStoredFunction())
                .returns(TypeInformation.of(DigestNotice.class))
                .uid(Uids.PARSE_STORED)
                .name("read notices")
                .keyBy(notice -> notice.group().encoded(), Types.STRING),
            new LoadDigestFunction(digests, DELAYS),
            // None: it waits for Postgres however long that takes.
            0,
            TimeUnit.MILLISECONDS,
            CAPACITY)
        .returns(TypeInformation.of(DigestChange.class))
        .uid(Uids.LOAD_DIGEST)
        .name("read digests");
  }
}
