package org.groupdigest.job.context.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;

class ThreadBuilderPropertiesTest {

  private final ThreadBuilder builder = ThreadBuilder.bundled();

  @Property(tries = 60)
  void parentIsAlwaysAnEarlierMessageSoCyclesAreImpossible(
      @ForAll @IntRange(max = 120) int size,
      @ForAll @IntRange(min = 1, max = 9) int people,
      @ForAll long seed) {
    Set<String> earlier = new HashSet<>();
    for (ThreadLink link : builder.link(RandomChat.of(size, people, seed))) {
      assertThat(link.confidence()).isBetween(0.0, 1.0);
      if (link.parentId() != null) {
        assertThat(earlier).contains(link.parentId());
      }
      earlier.add(link.messageId());
    }
    assertThat(earlier).hasSize(size);
  }

  @Property(tries = 60)
  void everyMessageIsInExactlyOneThreadOfAtMostTwenty(
      @ForAll @IntRange(max = 200) int size,
      @ForAll @IntRange(min = 1, max = 4) int people,
      @ForAll long seed) {
    List<Message> messages = RandomChat.of(size, people, seed);

    List<MessageThread> threads = builder.threads(messages, builder.link(messages));

    assertThat(threads).allMatch(thread -> thread.messageIds().size() <= 20);
    assertThat(threads.stream().flatMap(thread -> thread.messageIds().stream()))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(1, size).mapToObj(i -> "m" + i).toList());
    assertThat(threads).extracting(MessageThread::threadId).doesNotHaveDuplicates();
  }
}
