package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;

class MessageOrderTest {

  @Test
  void numbersCompareAsNumbersAndComeFirst() {
    List<String> ids = Arrays.asList("b", "10", "9", "a", "100", "", "009");
    ids.sort(MessageOrder.BY_ID);

    assertThat(ids).containsExactly("009", "9", "10", "100", "", "a", "b");
  }

  @Test
  void numbersMayBeLongerThanALong() {
    assertThat(MessageOrder.BY_ID.compare("9".repeat(40), "1" + "0".repeat(40))).isNegative();
  }

  @Test
  void timeComesBeforeId() {
    List<Message> sorted =
        MessageOrder.sortedDistinct(
            List.of(
                TestMessages.message("1", 50, "a", "later"),
                TestMessages.message("10", 20, "a", "same second, higher id"),
                TestMessages.message("9", 20, "a", "same second, lower id")));

    assertThat(sorted).extracting(Message::messageId).containsExactly("9", "10", "1");
  }

  @Test
  void anIdCountsOnceWithItsHighestRevision() {
    Message first = TestMessages.message("1", 0, "a", "with a tpyo");
    Message edited = TestMessages.edited(first, 2, "with a typo");
    Message between = TestMessages.edited(first, 1, "with a tipo");

    assertThat(MessageOrder.sortedDistinct(List.of(first, edited, between, first)))
        .containsExactly(edited);
  }

  @Property(tries = 300)
  void isATotalOrder(@ForAll List<String> ids, @ForAll long seed) {
    List<String> sorted = new ArrayList<>(ids);
    sorted.sort(MessageOrder.BY_ID);
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.sort(MessageOrder.BY_ID);

    assertThat(shuffled).isEqualTo(sorted);
  }
}
