package org.groupdigest.job.context.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.junit.jupiter.api.Test;

class ThreadAssemblerTest {

  @Test
  void connectedMessagesMakeOneThreadNamedAfterItsFirstMessage() {
    assertThat(ThreadAssembler.assemble(chat(4), links(null, "m1", null, "m2")))
        .containsExactly(
            new MessageThread("t-m1", List.of("m1", "m2", "m4")),
            new MessageThread("t-m3", List.of("m3")));
  }

  @Test
  void twentyMessagesStayInOnePart() {
    assertThat(ThreadAssembler.assemble(chat(20), chain(20)))
        .extracting(MessageThread::threadId)
        .containsExactly("t-m1");
  }

  @Test
  void longConversationIsSplitIntoNumberedParts() {
    List<MessageThread> parts = ThreadAssembler.assemble(chat(45), chain(45));

    assertThat(parts)
        .extracting(MessageThread::threadId)
        .containsExactly("t-m1", "t-m1-part2", "t-m1-part3");
    assertThat(parts).extracting(part -> part.messageIds().size()).containsExactly(20, 20, 5);
    assertThat(parts.get(1).messageIds().get(0)).isEqualTo("m21");
  }

  @Test
  void parentThatIsNotAmongTheMessagesIsIgnored() {
    assertThat(
            ThreadAssembler.assemble(
                chat(2), List.of(new ThreadLink("m1", "gone", 1), new ThreadLink("m2", "m1", 1))))
        .containsExactly(new MessageThread("t-m1", List.of("m1", "m2")));
  }

  @Test
  void messageWithoutLinkStaysAlone() {
    assertThat(ThreadAssembler.assemble(chat(1), List.of()))
        .containsExactly(new MessageThread("t-m1", List.of("m1")));
  }

  @Test
  void messageThatComesTwiceCountsOnce() {
    List<Message> twice = new ArrayList<>(chat(1));
    twice.addAll(chat(1));

    assertThat(ThreadAssembler.assemble(twice, links((String) null)))
        .containsExactly(new MessageThread("t-m1", List.of("m1")));
  }

  private static List<Message> chat(int size) {
    Chat chat = new Chat();
    IntStream.range(0, size).forEach(i -> chat.says(i, "vera", "step"));
    return chat.messages();
  }

  private static List<ThreadLink> chain(int size) {
    return links(
        IntStream.range(0, size).mapToObj(i -> i == 0 ? null : "m" + i).toArray(String[]::new));
  }

  private static List<ThreadLink> links(String... parents) {
    List<ThreadLink> links = new ArrayList<>();
    for (String parent : parents) {
      links.add(new ThreadLink("m" + (links.size() + 1), parent, parent == null ? 0 : 1));
    }
    return links;
  }
}
