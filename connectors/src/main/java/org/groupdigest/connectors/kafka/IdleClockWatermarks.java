package org.groupdigest.connectors.kafka;

import java.time.Clock;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks that let quiet topics close their windows. Flink's {@code withIdleness} leaves the
 * last window of a topic open when every partition falls silent; these move on with the wall clock:
 *
 * <ul>
 *   <li>while records come, a partition's watermark is its newest event less the out-of-orderness,
 *       however old that is: a backlog is never overtaken;
 *   <li>after a silence it follows the wall clock, the allowed delay behind it; also in a partition
 *       that never had a record, after a longer silence;
 *   <li>beside a partition whose backlog is being read, a silent one waits the longer silence too,
 *       for reading may only not have come to it, and then follows the backlog, not the clock;
 *   <li>silence is only counted while the reader could have read, see {@link SilenceMeter};
 *   <li>it never goes back: what comes after a silence is judged by the watermark reached.
 * </ul>
 *
 * <p>To the reader a broker that cannot be reached is as silent as a topic without records: set the
 * silence longer than the outages that windows shall wait for.
 *
 * <pre>{@code
 * env.fromSource(
 *     source,
 *     IdleClockWatermarks.<KafkaRecord>of(IdleClockOptions.defaults(), Clock.systemUTC())
 *         .withTimestampAssigner((message, brokerTime) -> message.timestamp()),
 *     "messages");
 * }</pre>
 *
 * @param <T> records
 */
public final class IdleClockWatermarks<T> implements WatermarkStrategy<T> {
  private static final long serialVersionUID = 1L;

  private final IdleClockOptions options;
  private final Clock clock;

  /** Set by the first generator of this copy, a reader's own; each reader has a copy. */
  private transient ReaderPartitions partitions;

  private IdleClockWatermarks(IdleClockOptions options, Clock clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * A strategy; records need a timestamp assigner unless the source gives timestamps.
   *
   * @param clock wall clock, serializable as those of the JDK are
   */
  public static <T> IdleClockWatermarks<T> of(IdleClockOptions options, Clock clock) {
    return new IdleClockWatermarks<>(options, clock);
  }

  @Override
  public WatermarkGenerator<T> createWatermarkGenerator(
      WatermarkGeneratorSupplier.Context context) {
    SilenceMeter meter =
        new SilenceMeter(context.getInputActivityClock(), options.tick().toMillis());
    if (partitions == null) {
      partitions = new ReaderPartitions();
      return new ReaderGenerator<>(generator(meter), partitions);
    }
    IdleClockGenerator<T> partition = generator(meter);
    partitions.add(partition);
    return partition;
  }

  private IdleClockGenerator<T> generator(SilenceMeter meter) {
    return new IdleClockGenerator<>(options, clock, meter, partitions);
  }
}
