package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.groupdigest.job.testing.Messages;

/**
 * Messages, edits, deletes, erasures and repetitions in any order: the ledger adds up, and nothing
 * that was deleted or erased is in a window that closes afterwards, nor in state.
 */
class ErasurePropertyTest {

  private enum Kind {
    UPSERT,
    FILTER,
    DELETE,
    REPEAT,
    ERASE,
    REQUEST,
    WAIT
  }

  /**
   * @param number of a message, or of an earlier record to repeat
   * @param hours to wait, or of a request
   */
  private record Step(Kind kind, int number, int revision, int hours) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequency(
            Tuple.of(8, Kind.UPSERT),
            Tuple.of(1, Kind.FILTER),
            Tuple.of(3, Kind.DELETE),
            Tuple.of(4, Kind.REPEAT),
            Tuple.of(2, Kind.ERASE),
            Tuple.of(1, Kind.REQUEST),
            Tuple.of(3, Kind.WAIT));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 20))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property(tries = 150)
  void nothingThatWasErasedComesBackAndTheLedgerAddsUp(@ForAll("steps") List<Step> steps)
      throws Exception {
    try (Run run = new Run()) {
      for (Step step : steps) {
        run.take(step);
      }
      run.end();
    }
  }

  /** A group, what it was sent, and which of its words may not be seen any more. */
  private static final class Run implements AutoCloseable {

    private final WindowHarness harness = new WindowHarness();
    private final Map<String, Instant> posted = new HashMap<>();
    private final List<MessageEvent> sent = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> announced = new HashSet<>();
    private final Set<String> erasedSenders = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private Instant now = Instant.parse("2025-11-10T01:00:00Z");
    private int words;
    private int received;
    private int windowsSeen;

    Run() throws Exception {
      harness.policy(Messages.TENANT, "UTC", 4, 24);
    }

    void take(Step step) throws Exception {
      switch (step.kind()) {
        case UPSERT, FILTER, DELETE -> send(record(step));
        case REPEAT -> {
          if (!sent.isEmpty()) {
            send(sent.get(step.number() % sent.size()));
          }
        }
        case ERASE -> erase(sender(step.number()));
        case REQUEST -> request(step.hours());
        case WAIT -> {
          now = now.plus(Duration.ofHours(step.hours()));
          harness.watermark(now.toString());
        }
      }
      checkNewWindows();
    }

    private MessageEvent record(Step step) {
      String id = Integer.toString(step.number());
      String at = posted.computeIfAbsent(id, unused -> now).toString();
      return switch (step.kind()) {
        case DELETE -> Messages.delete(id, at);
        case FILTER -> Messages.filtered(id, step.revision(), at, "no_text");
        default ->
            Messages.revised(
                id, step.revision(), at, sender(step.number()), "word" + words++ + "x");
      };
    }

    private static String sender(int number) {
      return number % 2 == 0 ? "anna" : "boris";
    }

    private void send(MessageEvent event) throws Exception {
      sent.add(event);
      received++;
      if (event.op() == MessageOp.DELETE) {
        deleted.add(event.messageId());
        if (!erasedSenders.contains(sender(Integer.parseInt(event.messageId())))) {
          announced.add(event.messageId());
        }
        sent.stream().filter(e -> e.messageId().equals(event.messageId())).forEach(this::mustGo);
      } else if (deleted.contains(event.messageId())) {
        mustGo(event);
      }
      harness.take(event);
    }

    private void erase(String sender) throws Exception {
      erasedSenders.add(sender);
      sent.stream()
          .filter(e -> e.message() != null && e.message().senderId().equals(sender))
          .forEach(this::mustGo);
      harness.erase(sender, now.toString());
    }

    private void mustGo(MessageEvent event) {
      if (event.message() != null) {
        gone.add(event.message().text());
      }
    }

    private void request(int hours) throws Exception {
      DigestRequest request =
          new DigestRequest(
              Messages.TENANT, Messages.GROUP, "trace", now.toEpochMilli(), hours, null, "anna");
      harness.take(GroupEvent.of(request, now));
    }

    private void checkNewWindows() {
      List<ClosedWindow> windows = harness.windows();
      for (ClosedWindow window : windows.subList(windowsSeen, windows.size())) {
        assertThat(window.messages()).noneMatch(message -> gone.contains(message.text()));
        assertThat(window.history()).noneMatch(message -> gone.contains(message.text()));
      }
      windowsSeen = windows.size();
    }

    void end() throws Exception {
      String state = harness.stateBytes();
      assertThat(gone).noneMatch(state::contains);
      assertThat(harness.ledger().balances()).isTrue();
      assertThat(harness.ledger().received()).isEqualTo(received);
      assertThat(harness.erased().stream().flatMap(erasure -> erasure.messageIds().stream()))
          .as("a delete tells nothing new of what was erased with its sender")
          .containsAll(announced);
      harness.end();
      checkNewWindows();
    }

    @Override
    public void close() {
      harness.close();
    }
  }
}
