package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.BaselineSnapshot.TopicSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselinePointerTest {

  private static final BaselineSnapshot SNAPSHOT =
      new BaselineSnapshot(
          "w-1",
          SampleDigests.MORNING,
          List.of(new TopicSnapshot("Dry \"well\": 1", 3, 2, "t1")),
          0.75);

  @Test
  void whatIsWrittenIsRead() {
    BaselinePointer pointer = BaselinePointer.of("d-1", SNAPSHOT);
    assertThat(BaselinePointer.parse("17:" + pointer.text())).contains(pointer);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "17-",
        "not ours",
        "17:not ours",
        "17:null",
        "17:[]",
        "17:{\"version\":1,\"digest_id\":\"d\"}",
        "17:{\"version\":2,\"digest_id\":\"d\",\"snapshot\":{\"window_id\":\"w\","
            + "\"window_end\":\"2026-03-02T00:00:00Z\",\"topics\":[],\"quality\":null}}"
      })
  void whatIsNotUnderstoodIsNotGuessedAt(String stored) {
    assertThat(BaselinePointer.parse(stored)).isEmpty();
  }

  @Test
  void laterWindowsComeAfterAllAttemptsOfEarlierOnes() {
    Instant next = SampleDigests.MORNING.plus(Duration.ofSeconds(1));
    assertThat(BaselinePointer.order(SampleDigests.MORNING, 2))
        .isGreaterThan(BaselinePointer.order(SampleDigests.MORNING, 1))
        .isLessThan(BaselinePointer.order(next, 1));
    assertThat(BaselinePointer.order(SampleDigests.MORNING, Integer.MAX_VALUE))
        .isLessThan(BaselinePointer.order(next, 1));
    assertThat(BaselinePointer.order(Instant.MIN, 1)).isPositive();
  }
}
