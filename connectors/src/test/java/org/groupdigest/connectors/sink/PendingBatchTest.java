package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.junit.jupiter.api.Test;

class PendingBatchTest {
  private int completed;

  @Test
  void halvesStayInOrderAndTheBatchIsDoneOnceWithItsLastPart() {
    PendingBatch<Integer> batch = new PendingBatch<>(List.of(1, 2, 3, 4, 5), new Counting());
    List<Integer> sent = new ArrayList<>();
    while (completed == 0) {
      while (batch.head().size() > 1) {
        batch.halveHead();
      }
      List<Integer> left = batch.unsettled();
      assertThat(left).hasSize(5 - sent.size()).isSorted();
      sent.addAll(batch.head());
      assertThat(batch.settleHead()).isEqualTo(sent.size() == 5);
    }
    assertThat(sent).containsExactly(1, 2, 3, 4, 5);
    assertThat(completed).isEqualTo(1);
    assertThat(batch.unsettled()).isEmpty();
  }

  private final class Counting implements ResultHandler<Integer> {
    @Override
    public void complete() {
      completed++;
    }

    @Override
    public void completeExceptionally(Exception e) {
      throw new AssertionError(e);
    }

    @Override
    public void retryForEntries(List<Integer> entries) {
      throw new AssertionError("a batch is never put back behind others");
    }
  }
}
