package org.groupdigest.job.context.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;

class ThreadBuilderScalingTest {

  private static final Duration BOUND = Duration.ofMinutes(4);

  private final ThreadBuilder builder = ThreadBuilder.bundled();

  @Test
  void fiftyThousandMessagesOfABusyGroupAreLinkedInBoundedTime() {
    assertLinkedInTime(RandomChat.of(50_000, 300, 1));
  }

  @Test
  void onePersonWhoWritesEverythingCostsNoMore() {
    assertLinkedInTime(RandomChat.of(20_000, 1, 2));
  }

  private void assertLinkedInTime(List<Message> messages) {
    long start = System.nanoTime();
    List<ThreadLink> links = builder.link(messages);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(links).hasSameSizeAs(messages);
    assertThat(took).isLessThan(BOUND);
  }
}
