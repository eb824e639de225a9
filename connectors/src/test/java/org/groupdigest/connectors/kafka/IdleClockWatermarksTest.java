package org.groupdigest.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.InstantiationUtil;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class IdleClockWatermarksTest {
  private static final IdleClockOptions OPTIONS =
      new IdleClockOptions(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(120),
          Duration.ofSeconds(60),
          Duration.ofSeconds(1));

  private final ManualTime time = new ManualTime();
  private final IdleClockWatermarks<String> strategy = IdleClockWatermarks.of(OPTIONS, time);
  private final Emitted reader = new Emitted(strategy);
  private final Emitted partition = new Emitted(strategy);

  @Test
  void whileRecordsComeItIsTheNewestEventLessTheOutOfOrderness() {
    partition.event(100_000);
    partition.event(90_000);
    partition.tick();
    assertThat(partition.watermark).isEqualTo(94_999);
  }

  @Test
  void afterASilenceItFollowsTheWallClockAtTheAllowedDelay() {
    long posted = time.wall - 10_000;
    partition.event(posted);
    ticks(29);
    assertThat(partition.watermark).isEqualTo(posted - 5_001);
    ticks(2);
    assertThat(partition.watermark).isEqualTo(Math.max(posted - 5_001, time.wall - 60_000));
    ticks(100);
    assertThat(partition.watermark).isEqualTo(time.wall - 60_000);
  }

  @Test
  void aRecordEndsTheSilence() {
    partition.event(time.wall);
    ticks(29);
    partition.event(time.wall - 600_000);
    long before = partition.watermark;
    ticks(29);
    assertThat(partition.watermark).isEqualTo(before);
  }

  @Test
  void itNeverGoesBack() {
    partition.event(time.wall);
    ticks(200);
    long moved = partition.watermark;
    partition.event(time.wall - 3_600_000);
    ticks(1);
    assertThat(partition.watermark).isEqualTo(moved);
    time.wall -= 3_600_000;
    ticks(100);
    assertThat(partition.watermark).isEqualTo(moved);
  }

  @Test
  void aBacklogIsNeverOvertakenHoweverOldItIs() {
    long old = time.wall - Duration.ofDays(3).toMillis();
    for (int i = 0; i < 600; i++) {
      partition.event(old + i);
      ticks(1);
    }
    assertThat(partition.watermark).isEqualTo(old + 599 - 5_001);
  }

  @Test
  void aBlockedThreadIsNotASilence() {
    long old = time.wall - 3_600_000;
    partition.event(old);
    ticks(1);
    time.pass(600_000);
    partition.tick();
    assertThat(partition.watermark).isEqualTo(old - 5_001);
    ticks(26);
    assertThat(partition.watermark).isEqualTo(old - 5_001);
    ticks(1);
    assertThat(partition.watermark).isEqualTo(time.wall - 60_000);
  }

  @Test
  void ticksUnderBackpressureAreNotASilence() {
    long old = time.wall - 3_600_000;
    partition.event(old);
    for (int i = 0; i < 600; i++) {
      time.wall += 1_000;
      partition.tick();
    }
    assertThat(partition.watermark).isEqualTo(old - 5_001);
  }

  @Test
  void aPartitionWithoutARecordSinceTheStartWaitsLonger() {
    ticks(119);
    assertThat(partition.watermark).isEqualTo(Long.MIN_VALUE);
    ticks(1);
    assertThat(partition.watermark).isEqualTo(time.wall - 60_000);
  }

  @Test
  void aQuietPartitionMovesOnBesideABusyOne() {
    Emitted other = new Emitted(strategy);
    other.event(time.wall - 3_600_000);
    for (int i = 0; i < 40; i++) {
      time.pass(1_000);
      partition.event(time.wall);
      partition.tick();
      other.tick();
    }
    assertThat(other.watermark).isEqualTo(time.wall - 60_000);
    assertThat(partition.watermark).isEqualTo(time.wall - 5_001);
  }

  @Test
  void aPartitionWhoseTurnHasNotComeIsNotSilent() {
    Emitted waiting = new Emitted(strategy);
    long old = time.wall - 3_600_000;
    waiting.event(old);
    readBacklog(partition, waiting, old, 100);
    assertThat(waiting.watermark).isEqualTo(old - 5_001);

    readBacklog(waiting, partition, old, 100);
    assertThat(waiting.watermark).isEqualTo(old + 99 - 5_001);
    assertThat(partition.watermark).isEqualTo(old + 99 - 5_001);
  }

  @Test
  void afterTheLongerSilenceAQuietPartitionFollowsTheBacklogAndNotTheClock() {
    Emitted quiet = new Emitted(strategy);
    long old = time.wall - 3_600_000;
    readBacklog(partition, quiet, old, 200);
    assertThat(quiet.watermark).isEqualTo(partition.watermark).isEqualTo(old + 199 - 5_001);
  }

  private void readBacklog(Emitted read, Emitted other, long from, int seconds) {
    for (int i = 0; i < seconds; i++) {
      time.pass(1_000);
      read.event(from + i);
      read.tick();
      other.tick();
    }
  }

  @Test
  void theReaderSaysNothingForItsPartitions() {
    ticks(500);
    assertThat(reader.watermark).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void aReaderWithoutPartitionsFollowsTheClockToo() {
    Emitted lonely = new Emitted(IdleClockWatermarks.of(OPTIONS, time));
    for (int i = 0; i < 120; i++) {
      time.pass(1_000);
      lonely.tick();
    }
    assertThat(lonely.watermark).isEqualTo(time.wall - 60_000);
  }

  @Test
  void recordsThatReachTheReaderItselfCount() {
    Emitted whole = new Emitted(IdleClockWatermarks.of(OPTIONS, time));
    whole.event(50_000);
    whole.tick();
    assertThat(whole.watermark).isEqualTo(44_999);
  }

  @Test
  void aCopyOnItsWayToATaskStartsAnew() throws Exception {
    IdleClockWatermarks<String> original = IdleClockWatermarks.of(OPTIONS, Clock.systemUTC());
    new Emitted(original);
    IdleClockWatermarks<String> copy =
        InstantiationUtil.clone(original, getClass().getClassLoader());
    assertThat(copy).isInstanceOf(Serializable.class);
    assertThat(copy.createWatermarkGenerator(new Context(time)))
        .isInstanceOf(ReaderGenerator.class);
  }

  @Test
  void optionsThatContradictEachOtherAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatThrownBy(
            () -> new IdleClockOptions(second, second.multipliedBy(9), second, second, second))
        .hasMessageContaining("startupSilence");
    assertThatThrownBy(() -> new IdleClockOptions(second, second, second, second, Duration.ZERO))
        .hasMessageContaining("tick");
    assertThatThrownBy(() -> new IdleClockOptions(second.negated(), second, second, second, second))
        .hasMessageContaining("negative");
  }

  private void ticks(int number) {
    for (int i = 0; i < number; i++) {
      time.pass(1_000);
      reader.tick();
      partition.tick();
    }
  }

  private record Context(RelativeClock clock) implements WatermarkGeneratorSupplier.Context {
    @Override
    public MetricGroup getMetricGroup() {
      return new UnregisteredMetricsGroup();
    }

    @Override
    public RelativeClock getInputActivityClock() {
      return clock;
    }
  }

  /** A generator and the last watermark that it emitted. */
  private final class Emitted implements WatermarkOutput {
    private final WatermarkGenerator<String> generator;
    private long watermark = Long.MIN_VALUE;

    private Emitted(IdleClockWatermarks<String> supplier) {
      generator = supplier.createWatermarkGenerator(new Context(time));
    }

    void event(long timestamp) {
      generator.onEvent("", timestamp, this);
    }

    void tick() {
      generator.onPeriodicEmit(this);
    }

    @Override
    public void emitWatermark(Watermark next) {
      assertThat(next.getTimestamp()).isGreaterThanOrEqualTo(watermark);
      watermark = next.getTimestamp();
    }

    @Override
    public void markIdle() {
      throw new AssertionError("a quiet partition is not idle");
    }

    @Override
    public void markActive() {}
  }
}
