package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.testing.Messages.delete;
import static org.groupdigest.job.testing.Messages.filtered;
import static org.groupdigest.job.testing.Messages.upsert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.testing.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageWindowFunctionTest {

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
  void aWindowClosesAtItsEndPlusGraceAndNotBefore() throws Exception {
    harness.take(upsert("1", "2025-11-10T09:00:00Z"));

    assertThat(harness.watermark("2025-11-11T00:09:59Z")).isEmpty();
    List<ClosedWindow> closed = harness.watermark("2025-11-11T00:10:00Z");

    assertThat(closed).hasSize(1);
    assertThat(closed.get(0).window().start()).isEqualTo("2025-11-10T00:00:00Z");
    assertThat(closed.get(0).window().end()).isEqualTo("2025-11-11T00:00:00Z");
    assertThat(WindowHarness.ids(closed.get(0))).containsExactly("1");
  }

  @Test
  void messagesComeInTimeOrderWhateverTheOrderOfArrival() throws Exception {
    harness.take(
        upsert("3", "2025-11-10T11:00:00Z"),
        upsert("10", "2025-11-10T09:00:00Z"),
        upsert("9", "2025-11-10T09:00:00Z"));

    harness.end();

    assertThat(WindowHarness.ids(harness.windows().get(0))).containsExactly("9", "10", "3");
  }

  @Test
  void severalSizesShareOneCopyOfTheMessages() throws Exception {
    harness.policy(Messages.TENANT, "UTC", 4, 24);
    harness.take(upsert("1", "2025-11-10T03:00:00Z"));
    int oneMessage = harness.stateEntries();
    harness.take(upsert("2", "2025-11-10T03:30:00Z"), upsert("3", "2025-11-10T23:00:00Z"));

    harness.end();

    assertThat(harness.windows())
        .extracting(w -> w.window().hours() + WindowHarness.ids(w).toString())
        .containsExactly("4[1, 2]", "4[3]", "24[1, 2, 3]");
    assertThat(oneMessage).as("group, identity, message, slice, 2 windows, ledger").isLessThan(10);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 42, 2025})
  void duplicatesInAnyOrderGiveTheSameWindowsAndTheSameLedger(long seed) throws Exception {
    List<MessageEvent> once = everyKindOfRecord();
    List<MessageEvent> shuffled = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      shuffled.addAll(once);
    }
    Collections.shuffle(shuffled, new Random(seed));

    harness.take(once.toArray(MessageEvent[]::new));
    harness.end();
    try (WindowHarness other = new WindowHarness()) {
      other.take(shuffled.toArray(MessageEvent[]::new));
      other.end();

      assertThat(other.windows()).as("seed %d", seed).isEqualTo(harness.windows());
      LedgerEntry first = harness.ledger();
      LedgerEntry second = other.ledger();
      assertThat(second.received()).isEqualTo(3 * first.received());
      assertThat(second.windowed()).isEqualTo(first.windowed());
      assertThat(second.filtered()).isEqualTo(first.filtered());
      assertThat(second.deleted()).isEqualTo(first.deleted());
      assertThat(first.balances()).isTrue();
      assertThat(second.balances()).isTrue();
    }
  }

  private static List<MessageEvent> everyKindOfRecord() {
    String at = "2025-11-10T09:00:00Z";
    return List.of(
        upsert("1", at),
        upsert("2", at),
        upsert("2", 1, at, "edited once"),
        upsert("2", 2, at, "edited twice"),
        upsert("3", at),
        delete("3", at),
        filtered("4", 0, at, "service"),
        filtered("5", 0, at, "no_text"),
        upsert("5", 1, at, "now there is text"),
        upsert("6", at),
        filtered("6", 1, at, "no_text"),
        delete("7", at));
  }

  @Test
  void theLedgerTellsWhatBecameOfEachRecord() throws Exception {
    harness.take(everyKindOfRecord().toArray(MessageEvent[]::new));

    LedgerEntry ledger = harness.ledger();

    assertThat(ledger.received()).isEqualTo(12);
    assertThat(ledger.windowed()).as("1, 2, 5").isEqualTo(3);
    assertThat(ledger.duplicate()).as("two edits of 2, first 5, first 6").isEqualTo(4);
    assertThat(ledger.filtered()).isEqualTo(Map.of("service", 1L, "no_text", 1L));
    assertThat(ledger.deleted()).as("3 and its delete, delete of 7").isEqualTo(3);
  }

  @Test
  void anEditInsideAnOpenWindowChangesTheTextThatIsDigested() throws Exception {
    harness.take(upsert("1", "2025-11-10T09:00:00Z"));
    harness.take(upsert("1", 1, "2025-11-10T09:00:00Z", "the better text"));
    harness.take(upsert("1", 0, "2025-11-10T09:00:00Z", "an old redelivery"));

    harness.end();

    assertThat(harness.windows().get(0).messages())
        .singleElement()
        .satisfies(m -> assertThat(m.text()).isEqualTo("the better text"));
  }

  @Test
  void aDeleteBeforeItsMessageStillRemovesIt() throws Exception {
    harness.take(delete("1", "2025-11-10T09:00:00Z"), upsert("1", "2025-11-10T09:00:00Z"));
    harness.take(upsert("2", "2025-11-10T09:01:00Z"));

    harness.end();

    assertThat(WindowHarness.ids(harness.windows().get(0))).containsExactly("2");
    assertThat(harness.ledger().deleted()).isEqualTo(2);
  }

  @Test
  void aWindowWhoseMessagesWereAllDeletedClosesEmpty() throws Exception {
    harness.take(upsert("1", "2025-11-10T09:00:00Z"), delete("1", "2025-11-10T09:00:00Z"));

    harness.end();

    assertThat(harness.windows())
        .singleElement()
        .satisfies(w -> assertThat(w.messages()).isEmpty());
  }

  @Test
  void aMessageAfterItsWindowIsCountedAndPublishedAsLate() throws Exception {
    harness.take(upsert("1", "2025-11-10T09:00:00Z"));
    harness.watermark("2025-11-11T00:10:00Z");

    harness.take(upsert("2", "2025-11-10T23:00:00Z"), upsert("2", "2025-11-10T23:00:00Z"));

    assertThat(harness.late())
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.message().messageId()).isEqualTo("2");
              assertThat(late.missedWindowHours()).containsExactly(24);
              assertThat(late.counted()).isTrue();
            });
    assertThat(harness.ledger().late()).isEqualTo(1);
    assertThat(harness.ledger().duplicate()).isEqualTo(1);
    assertThat(harness.ledger().balances()).isTrue();
  }

  @Test
  void aMessageThatOnlyItsSmallWindowMissesStillCountsAsWindowed() throws Exception {
    harness.policy(Messages.TENANT, "UTC", 4, 24);
    harness.take(upsert("1", "2025-11-10T01:00:00Z"));
    harness.watermark("2025-11-10T04:10:00Z");

    harness.take(upsert("2", "2025-11-10T02:00:00Z"));
    harness.end();

    assertThat(harness.late()).singleElement().satisfies(l -> assertThat(l.counted()).isFalse());
    assertThat(harness.ledger().windowed()).isEqualTo(2);
    assertThat(WindowHarness.ids(harness.windows().get(1))).containsExactly("1", "2");
  }

  @Test
  void editsAndDeletesOfAKnownMessageAreNeverTakenForLate() throws Exception {
    harness.take(upsert("1", "2025-11-10T09:00:00Z"), upsert("2", "2025-11-10T10:00:00Z"));
    harness.watermark("2025-11-11T00:10:00Z");

    harness.take(upsert("1", 1, "2025-11-10T09:00:00Z", "edited"));
    harness.take(delete("2", "2025-11-10T10:00:00Z"));

    assertThat(harness.late()).isEmpty();
    assertThat(harness.ledger().late()).isZero();
    assertThat(harness.ledger().balances()).isTrue();
  }

  @Test
  void aClosedWindowIsNotOpenedAgainAfterARestoreBeforeTheFirstWatermark() throws Exception {
    harness.take(upsert("1", "2025-11-10T09:00:00Z"));
    harness.watermark("2025-11-11T00:10:00Z");

    try (WindowHarness restored = new WindowHarness(harness.snapshot())) {
      restored.take(upsert("2", "2025-11-10T23:00:00Z"));
      restored.end();

      assertThat(restored.windows()).isEmpty();
      assertThat(restored.late()).hasSize(1);
    }
  }

  @Test
  void anOpenWindowSurvivesARestore() throws Exception {
    harness.policy(Messages.TENANT, "Europe/Moscow", 12);
    harness.take(upsert("1", "2025-11-10T08:00:00Z"));

    try (WindowHarness restored = new WindowHarness(harness.snapshot())) {
      restored.take(upsert("1", "2025-11-10T08:00:00Z"), upsert("2", "2025-11-10T10:00:00Z"));
      restored.end();

      assertThat(WindowHarness.ids(restored.windows().get(0))).containsExactly("1");
      assertThat(WindowHarness.ids(restored.windows().get(1))).containsExactly("2");
      assertThat(restored.windows().get(0).window().end()).isEqualTo("2025-11-10T09:00:00Z");
      assertThat(restored.ledger().balances()).isTrue();
    }
  }

  @Test
  void aSilentGroupLeavesNoStateAndNoTimersBehind() throws Exception {
    harness.take(everyKindOfRecord().toArray(MessageEvent[]::new));
    harness.watermark("2025-11-11T00:10:00Z");
    harness.take(upsert("late", "2025-11-10T23:00:00Z"));
    harness.ledger();

    harness.watermark("2025-11-20T00:00:00Z");

    assertThat(harness.stateEntries()).isZero();
    assertThat(harness.eventTimers()).isZero();
  }

  @Test
  void historyIsTheLastThreeWindowsOldestFirst() throws Exception {
    for (int day = 10; day <= 14; day++) {
      harness.take(upsert("d" + day, "2025-11-" + day + "T09:00:00Z"));
      harness.watermark("2025-11-" + (day + 1) + "T00:10:00Z");
    }

    assertThat(harness.windows().get(0).history()).isEmpty();
    assertThat(harness.windows().get(4).history())
        .extracting(HistoryMessage::messageId)
        .containsExactly("d11", "d12", "d13");
  }

  @Test
  void aRequestMakesAWindowFromStateAndClosesNothing() throws Exception {
    harness.take(upsert("1", "2025-11-10T05:00:00Z"), upsert("2", "2025-11-10T09:00:00Z"));
    long now = Instant.parse("2025-11-10T10:00:00Z").toEpochMilli();

    harness.take(GroupEvent.of(request(now, 4, null), Instant.ofEpochMilli(now)));
    harness.take(GroupEvent.of(request(now, 0, "1"), Instant.ofEpochMilli(now)));
    harness.end();

    assertThat(harness.windows())
        .extracting(w -> w.window().kind() + WindowHarness.ids(w).toString())
        .containsExactly("REQUESTED[2]", "REQUESTED[1, 2]", "SCHEDULED[1, 2]");
    assertThat(harness.windows().get(0).window().kind()).isEqualTo(WindowKind.REQUESTED);
    assertThat(harness.ledger().received()).isEqualTo(2);
  }

  private static DigestRequest request(long now, int hours, String since) {
    return new DigestRequest(Messages.TENANT, Messages.GROUP, "trace", now, hours, since, "anna");
  }

  @Test
  void anInvalidRecordCountsAndDoesNothingElse() throws Exception {
    harness.take(new GroupEvent("", "", 0, null, null, null));

    assertThat(harness.ledger().invalid()).isEqualTo(1);
    assertThat(harness.ledger().balances()).isTrue();
    harness.end();
    assertThat(harness.windows()).isEmpty();
    assertThat(harness.stateEntries()).isZero();
  }
}
