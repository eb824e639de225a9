package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.testing.Messages.delete;
import static org.groupdigest.job.testing.Messages.filtered;
import static org.groupdigest.job.testing.Messages.upsert;

import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.groupdigest.job.model.HistoryMessage;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** State that an earlier version wrote is read, and does what it did before. */
class MessageWindowMigrationTest {

  /** Written before blocks of history knew who wrote their messages. */
  private static final Path FIRST = Path.of("src/test/resources/state/message-window-v1.snapshot");

  @Test
  void openWindowsIdsHistoryAndLedgerOfTheFirstLayoutGoOn() throws Exception {
    try (WindowHarness restored = new WindowHarness(read(FIRST))) {
      restored.take(upsert("2", "2025-11-11T09:00:00Z"), upsert("3", "2025-11-11T09:05:00Z"));
      restored.end();

      ClosedWindow closed = restored.windows().get(0);
      assertThat(WindowHarness.ids(closed)).containsExactly("2");
      assertThat(closed.history()).extracting(HistoryMessage::messageId).containsExactly("1");
      assertThat(restored.ledger().received()).as("6 before, 2 now").isEqualTo(8);
      assertThat(restored.ledger().balances()).isTrue();
    }
  }

  /** Such a block does not say who wrote what: none of it is kept. */
  @Test
  void aSenderIsErasedFromHistoryOfTheFirstLayoutToo() throws Exception {
    try (WindowHarness restored = new WindowHarness(read(FIRST))) {
      assertThat(restored.stateBytes()).contains("text of 1", "text of 2");

      restored.erase("anna", "2025-11-11T10:00:00Z");

      assertThat(restored.stateBytes()).doesNotContain("text of");
      restored.end();
      assertThat(restored.windows().get(0).history()).isEmpty();
      assertThat(restored.ledger().balances()).isTrue();
    }
  }

  /** Writes the file; run by hand, once for each layout, before the layout changes. */
  @Disabled("writes the fixture")
  @Test
  void write() throws Exception {
    try (WindowHarness harness = new WindowHarness()) {
      harness.take(upsert("1", "2025-11-10T09:00:00Z"));
      harness.watermark("2025-11-11T00:10:00Z");
      harness.take(upsert("2", "2025-11-11T09:00:00Z"), upsert("3", "2025-11-11T09:05:00Z"));
      harness.take(delete("3", "2025-11-11T09:05:00Z"), delete("4", "2025-11-11T09:06:00Z"));
      harness.take(filtered("5", 0, "2025-11-11T09:07:00Z", "service"));
      OperatorSnapshotUtil.writeStateHandle(harness.snapshot(), FIRST.toString());
    }
  }

  private static OperatorSubtaskState read(Path file) throws Exception {
    return OperatorSnapshotUtil.readStateHandle(file.toString());
  }
}
