package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.testing.Messages.delete;
import static org.groupdigest.job.testing.Messages.filtered;
import static org.groupdigest.job.testing.Messages.upsert;

import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.testing.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delete reaches what was made of its message, and the message does not come back. */
class DeletedMessageTest {

  private static final String NINE = "2025-11-10T09:00:00Z";
  private static final String DAY_CLOSED = "2025-11-11T00:10:00Z";

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
  void aDeleteAfterTheWindowClosedIsAnnouncedOnce() throws Exception {
    harness.take(upsert("1", NINE));
    harness.watermark(DAY_CLOSED);

    harness.take(delete("1", NINE), delete("1", NINE), upsert("1", NINE), delete("1", NINE));

    assertThat(harness.erased())
        .containsExactly(
            new Erasure(
                Messages.TENANT,
                Messages.GROUP,
                List.of("1"),
                null,
                "trace-1",
                Instant.parse(NINE)));
  }

  @Test
  void aDeleteInsideAnOpenWindowIsAnnouncedToo() throws Exception {
    harness.take(upsert("1", NINE), delete("1", NINE));

    assertThat(erasedIds()).as("a digest on request may have it already").containsExactly("1");
  }

  @Test
  void aDeleteThatComesBeforeItsMessageIsAnnouncedOnceAndKeepsTheMessageOut() throws Exception {
    harness.take(delete("1", NINE), upsert("1", NINE), delete("1", NINE));

    harness.end();

    assertThat(erasedIds()).containsExactly("1");
    assertThat(harness.windows()).isEmpty();
    assertThat(harness.ledger().deleted()).isEqualTo(2);
    assertThat(harness.ledger().duplicate()).isEqualTo(1);
    assertThat(harness.ledger().balances()).isTrue();
  }

  @Test
  void aDeleteOfAMessageThatStateHasForgottenIsAnnounced() throws Exception {
    harness.take(upsert("1", NINE));
    harness.ledger();
    harness.watermark("2025-11-20T00:00:00Z");
    assertThat(harness.stateEntries()).isZero();

    harness.take(delete("1", NINE));

    assertThat(erasedIds()).containsExactly("1");
  }

  @Test
  void aDeleteOfWhatWasFilteredOrLateIsAnnounced() throws Exception {
    harness.take(filtered("1", 0, NINE, "service"), upsert("2", NINE));
    harness.watermark(DAY_CLOSED);
    harness.take(upsert("3", NINE));
    assertThat(harness.late()).hasSize(1);

    harness.take(delete("1", NINE), delete("3", NINE));

    assertThat(erasedIds()).containsExactly("1", "3");
    assertThat(harness.ledger().balances()).isTrue();
  }

  @Test
  void neitherAnEditNorARepetitionIsAnnounced() throws Exception {
    harness.take(upsert("1", NINE), upsert("1", NINE));
    harness.take(upsert("1", 1, NINE, "the better text"), filtered("1", 2, NINE, "no_text"));

    assertThat(harness.erased()).isEmpty();
  }

  @Test
  void whatWasDeletedDoesNotComeBackAsHistory() throws Exception {
    harness.take(upsert("1", NINE), upsert("2", NINE));
    harness.watermark(DAY_CLOSED);
    assertThat(harness.stateBytes()).contains("text of 1");

    harness.take(delete("1", NINE), upsert("3", "2025-11-11T09:00:00Z"));

    assertThat(harness.stateBytes()).doesNotContain("text of 1").contains("text of 2");
    harness.end();
    assertThat(harness.windows().get(1).history())
        .extracting(HistoryMessage::messageId)
        .containsExactly("2");
  }

  /** History outlives the ids: it reaches over three windows. */
  @Test
  void whatIsDeletedWhenItsIdIsForgottenDoesNotComeBackAsHistoryEither() throws Exception {
    harness.take(upsert("1", NINE), upsert("2", NINE));
    harness.watermark("2025-11-12T12:00:00Z");

    harness.take(delete("1", NINE), upsert("3", "2025-11-12T13:00:00Z"));
    harness.end();

    assertThat(harness.ledger().deleted()).as("its id was not known any more").isEqualTo(1);
    assertThat(harness.windows().get(1).history())
        .extracting(HistoryMessage::messageId)
        .containsExactly("2");
    assertThat(harness.stateBytes()).doesNotContain("text of 1");
  }

  @Test
  void theHistoryOfEverySizeForgetsWhatWasDeleted() throws Exception {
    harness.policy(Messages.TENANT, "UTC", 4, 24);
    harness.take(upsert("1", NINE));
    harness.watermark(DAY_CLOSED);

    harness.take(delete("1", NINE));

    assertThat(harness.stateBytes()).doesNotContain("text of 1");
  }

  private List<String> erasedIds() {
    return harness.erased().stream().flatMap(erasure -> erasure.messageIds().stream()).toList();
  }
}
