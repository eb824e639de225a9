package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.testing.Messages.delete;
import static org.groupdigest.job.testing.Messages.written;

import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sender who is erased leaves nothing behind, and nobody else loses anything. */
class ErasedSenderTest {

  private static final String YESTERDAY = "2025-11-10T09:00:00Z";
  private static final String DAY_CLOSED = "2025-11-11T00:10:00Z";
  private static final String TODAY = "2025-11-11T09:00:00Z";
  private static final String ASKED = "2025-11-11T10:00:00Z";

  private WindowHarness harness;

  @BeforeEach
  void open() throws Exception {
    harness = new WindowHarness();
    harness.take(
        written("1", YESTERDAY, "anna", "heron at the pond"),
        written("2", YESTERDAY, "boris", "geese at the pond"));
    harness.watermark(DAY_CLOSED);
    harness.take(
        written("3", TODAY, "anna", "heron on the roof"),
        written("4", TODAY, "boris", "geese on the roof"));
  }

  @AfterEach
  void close() {
    harness.close();
  }

  @Test
  void anErasedSenderLeavesNoTextInState() throws Exception {
    assertThat(harness.stateBytes()).contains("heron", "geese");

    harness.erase("anna", ASKED);

    assertThat(harness.stateBytes()).doesNotContain("heron", "anna").contains("geese", "boris");
  }

  @Test
  void anErasedSenderLeavesNoTextInStateThatIsRestored() throws Exception {
    try (WindowHarness restored = new WindowHarness(harness.snapshot())) {
      restored.erase("anna", ASKED);

      assertThat(restored.stateBytes()).doesNotContain("heron", "anna").contains("geese");
    }
  }

  @Test
  void noLaterWindowKnowsWhatAnErasedSenderWrote() throws Exception {
    harness.erase("anna", ASKED);
    harness.end();

    ClosedWindow today = harness.windows().get(1);
    assertThat(today.messages()).extracting(Message::senderId).containsExactly("boris");
    assertThat(today.history()).extracting(HistoryMessage::messageId).containsExactly("2");
  }

  @Test
  void theErasureIsAnnouncedEachTimeItIsAskedFor() throws Exception {
    harness.erase("anna", ASKED).erase("anna", ASKED);

    assertThat(harness.erased())
        .as("the same fact has the same id, and may be said again")
        .containsExactly(
            WindowHarness.erasure("anna", ASKED), WindowHarness.erasure("anna", ASKED));
  }

  @Test
  void theLedgerStaysExactWhenASenderIsErased() throws Exception {
    LedgerEntry before = harness.ledger();

    harness.erase("anna", ASKED).erase("anna", ASKED);

    LedgerEntry after = harness.ledger();
    assertThat(after.received()).as("a request is no message").isEqualTo(before.received());
    assertThat(after.windowed()).isEqualTo(before.windowed() - 2);
    assertThat(after.deleted()).isEqualTo(before.deleted() + 2);
    assertThat(after.balances()).isTrue();
  }

  @Test
  void whatWasErasedAndIsDeliveredOrDeletedAgainStaysDeleted() throws Exception {
    harness.erase("anna", ASKED);

    harness.take(written("3", TODAY, "anna", "heron on the roof"), delete("3", TODAY));
    harness.end();

    assertThat(harness.stateBytes()).doesNotContain("heron");
    assertThat(WindowHarness.ids(harness.windows().get(1))).containsExactly("4");
    assertThat(harness.ledger().duplicate()).isEqualTo(2);
    assertThat(harness.ledger().balances()).isTrue();
    assertThat(harness.erased()).as("the delete says nothing new").hasSize(1);
  }

  @Test
  void whatTheSenderWritesAfterwardsIsAMessageLikeAnyOther() throws Exception {
    harness.erase("anna", ASKED);

    harness.take(written("5", "2025-11-11T11:00:00Z", "anna", "back again"));
    harness.end();

    assertThat(WindowHarness.ids(harness.windows().get(1))).containsExactly("4", "5");
  }

  @Test
  void aSenderOfAGroupWithoutStateIsAnnouncedAndLeavesNoStateBehind() throws Exception {
    harness.watermark("2025-11-20T00:00:00Z");
    harness.ledger();
    assertThat(harness.stateEntries()).isZero();

    harness.erase("anna", ASKED);

    assertThat(harness.erased()).hasSize(1);
    assertThat(harness.stateEntries()).isZero();
    assertThat(harness.eventTimers()).isZero();
  }

  @Test
  void aGroupWhoseSenderWasErasedLeavesNoStateWhenItFallsSilent() throws Exception {
    harness.erase("anna", ASKED);
    harness.ledger();

    harness.watermark("2025-11-20T00:00:00Z");

    assertThat(harness.stateEntries()).isZero();
    assertThat(harness.eventTimers()).isZero();
  }
}
