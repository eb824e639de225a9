package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.testing.Messages.delete;
import static org.groupdigest.job.testing.Messages.filtered;
import static org.groupdigest.job.testing.Messages.upsert;

import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Repaired messages are counted beside the windowed, and a cut off file marks its windows. */
class DamagedInputTest {

  private static final String NINE = "2025-11-10T09:00:00Z";
  private static final String NEXT_DAY = "2025-11-11T09:00:00Z";

  private WindowHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new WindowHarness();
  }

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void aRepairedMessageIsCountedOnceHoweverOftenItComes() throws Exception {
    MessageEvent repaired = marked(upsert("1", NINE), true, null);
    harness.take(repaired, upsert("2", NINE), repaired, repaired);

    LedgerEntry ledger = harness.ledger();
    assertThat(ledger.windowed()).isEqualTo(2);
    assertThat(ledger.repairedTotal()).isEqualTo(1);
    assertThat(ledger.balances()).isTrue();
  }

  @Test
  void aSoundRevisionTakesTheRepairBack() throws Exception {
    harness.take(marked(upsert("1", NINE), true, null), upsert("1", 1, NINE, "sound"));

    assertThat(harness.ledger().repairedTotal()).isZero();
    assertThat(harness.ledger().windowed()).isEqualTo(1);
  }

  @Test
  void aDeleteAndAnErasureTakeTheRepairBack() throws Exception {
    MessageEvent other = marked(upsert("2", NINE), true, null);
    harness.take(marked(upsert("1", NINE), true, null), other, delete("1", NINE));
    assertThat(harness.ledger().repairedTotal()).isEqualTo(1);

    harness.erase(other.message().senderId(), "2025-11-10T10:00:00Z");
    assertThat(harness.ledger().repairedTotal()).isZero();
    assertThat(harness.ledger().balances()).isTrue();
  }

  @Test
  void aRepairedMessageThatIsFilteredIsNotPartOfTheWindowed() throws Exception {
    harness.take(marked(filtered("1", 0, NINE, "service"), true, null));

    assertThat(harness.ledger().repairedTotal()).isZero();
  }

  @Test
  void windowsFromTheLastWholeMessageOnAreIncompleteAndEarlierOnesAreNot() throws Exception {
    harness.take(
        upsert("1", "2025-11-09T09:00:00Z"),
        marked(filtered("2", 0, NINE, "service"), null, true),
        upsert("3", NINE),
        upsert("4", NEXT_DAY));
    harness.end();

    assertThat(harness.windows())
        .extracting(ClosedWindow::inputIncomplete)
        .containsExactly(null, true, true);
  }

  private static MessageEvent marked(MessageEvent e, Boolean repaired, Boolean inputEndsHere) {
    return new MessageEvent(
        e.tenantId(),
        e.groupId(),
        e.op(),
        e.messageId(),
        e.revision(),
        e.postedAt(),
        e.brokerTime(),
        e.traceId(),
        e.group(),
        e.filterReason(),
        e.message(),
        e.position(),
        repaired,
        inputEndsHere);
  }
}
