package org.groupdigest.job.stores.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was erased does not come back with a window that is read afterwards. */
class ContextChangesFunctionTest {

  private static final WindowContext DAY =
      new WindowFixture()
          .message("m1", "anna", "the ferry leaves at seven")
          .message("m2", "boris", "bring the blue ropes")
          .build();
  private static final GroupKey GROUP = DAY.window().groupKey();

  private KeyedOneInputStreamOperatorTestHarness<String, ContextEvent, ContextChange> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forKeyedProcessFunction(
            new ContextChangesFunction(), event -> event.group().encoded(), Types.STRING);
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void aWindowIsRememberedMessageByMessage() throws Exception {
    tell(ContextEvent.closed(GROUP, DAY));
    assertThat(said()).containsExactly("m1", "m2");
  }

  @Test
  void aMessageThatWasErasedBeforeItsWindowIsReadStaysAway() throws Exception {
    tell(ContextEvent.erased(GROUP, List.of("m1"), null, 0));
    tell(ContextEvent.closed(GROUP, DAY));
    assertThat(said()).containsExactly("m2");
  }

  @Test
  void aMessageIsForgottenInWindowsOfEverySize() throws Exception {
    tell(ContextEvent.erased(GROUP, List.of("m1"), null, 0));
    assertThat(harness.extractOutputValues())
        .extracting(ContextChange::windowHours)
        .containsExactly(4, 6, 12, 24);
  }

  @Test
  void aSenderIsForgottenUpToTheErasureAndNotAfterIt() throws Exception {
    long first = DAY.messages().get(0).postedAt().toEpochMilli();
    tell(ContextEvent.erased(GROUP, List.of(), "id-anna", first));
    tell(ContextEvent.erased(GROUP, List.of(), "id-boris", first));
    tell(ContextEvent.closed(GROUP, DAY));
    assertThat(said()).containsExactly("m2");
  }

  @Test
  void aLaterErasureOfASenderIsNotUndoneByAnEarlierOne() throws Exception {
    long second = DAY.messages().get(1).postedAt().toEpochMilli();
    tell(ContextEvent.erased(GROUP, List.of(), "id-boris", second));
    tell(ContextEvent.erased(GROUP, List.of(), "id-boris", second - 1));
    tell(ContextEvent.closed(GROUP, DAY));
    assertThat(said()).containsExactly("m1");
  }

  @Test
  void aWindowWhoseDigestWasRemovedStaysAway() throws Exception {
    tell(ContextEvent.removed(GROUP, DAY.window().windowId()));
    tell(ContextEvent.closed(GROUP, DAY));
    assertThat(said()).isEmpty();
  }

  @Test
  void anErasureInOneGroupIsNoneInAnother() throws Exception {
    tell(ContextEvent.erased(new GroupKey("t2", GROUP.groupId()), List.of("m1"), "id-boris", 1));
    tell(ContextEvent.closed(GROUP, DAY));
    assertThat(said()).containsExactly("m1", "m2");
  }

  private void tell(ContextEvent event) throws Exception {
    harness.processElement(event, 0);
  }

  private List<String> said() {
    return harness.extractOutputValues().stream()
        .filter(change -> change.kind() == ContextChange.Kind.SAID)
        .map(change -> change.message().messageId())
        .toList();
  }
}
