package org.groupdigest.job.stage.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks hold every message once, are even, and keep conversations together. */
class WindowChunksTest {

  @Provide
  Arbitrary<WindowContext> large() {
    return Windows.large();
  }

  @Property(tries = 300)
  void everyMessageIsInExactlyOneChunkAndInOrder(
      @ForAll("large") WindowContext window, @ForAll @IntRange(min = 1, max = 120) int size) {
    List<WindowContext> chunks = new WindowChunks(0, size).of(window);

    List<String> all = new ArrayList<>();
    for (WindowContext chunk : chunks) {
      List<String> own = ids(chunk);
      assertThat(own).hasSizeBetween(1, size);
      assertThat(own).isEqualTo(ids(window).stream().filter(new HashSet<>(own)::contains).toList());
      all.addAll(own);
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(ids(window));
  }

  @Property(tries = 300)
  void thereIsAtMostOneChunkMoreThanNeeded(
      @ForAll("large") WindowContext window, @ForAll @IntRange(min = 1, max = 120) int size) {
    int least = (window.messages().size() + size - 1) / size;
    assertThat(new WindowChunks(0, size).of(window)).hasSizeBetween(least, least + 1);
  }

  @Property(tries = 300)
  void nothingInAChunkSpeaksOfAnotherMessage(
      @ForAll("large") WindowContext window, @ForAll @IntRange(min = 5, max = 60) int size) {
    for (WindowContext chunk : new WindowChunks(0, size).of(window)) {
      Set<String> own = Windows.ids(chunk);
      assertThat(own)
          .containsAll(
              chunk.threads().stream().flatMap(thread -> thread.messageIds().stream()).toList());
      assertThat(chunk.participants().stream().mapToInt(ParticipantStats::messages).sum())
          .isEqualTo(own.size());
      assertThat(chunk.stats().kept()).isEqualTo(own.size());
    }
  }

  @Test
  void conversationsStayTogetherWhereThereIsRoom() {
    WindowFixture chat = new WindowFixture();
    IntStream.range(0, 400).forEach(i -> chat.message("m" + i, "p" + i % 9, "text " + i));
    for (int i = 0; i < 400; i += 16) {
      chat.thread(
          "th" + i, IntStream.range(i, i + 16).mapToObj(x -> "m" + x).toArray(String[]::new));
    }
    List<WindowContext> chunks = new WindowChunks(150, 100).of(chat.build());

    assertThat(chunks).hasSize(5);
    assertThat(chunks.stream().flatMap(chunk -> chunk.threads().stream()))
        .hasSize(25)
        .allMatch(thread -> thread.messageIds().size() == 16);
  }

  @Test
  void interleavedConversationsKeepTheirMessagesAndTheirOrder() {
    WindowFixture chat = new WindowFixture();
    List<String> even = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      chat.message("m" + i, "p", "text");
      (i % 2 == 0 ? even : odd).add("m" + i);
    }
    chat.thread("even", even.toArray(String[]::new)).thread("odd", odd.toArray(String[]::new));

    List<WindowContext> chunks = new WindowChunks(10, 10).of(chat.build());

    assertThat(chunks).extracting(WindowChunksTest::ids).containsExactly(even, odd);
  }

  @ParameterizedTest
  @CsvSource({"150,1", "151,2", "200,2", "201,3", "400,4"})
  void chunksOfLooseMessagesAreEven(int messages, int expected) {
    WindowFixture chat = new WindowFixture();
    IntStream.range(0, messages).forEach(i -> chat.message("m" + i, "p", "text"));

    List<WindowContext> chunks = new WindowChunks(150, 100).of(chat.build());

    assertThat(chunks).hasSize(expected);
    int most = chunks.stream().mapToInt(chunk -> chunk.messages().size()).max().orElseThrow();
    int least = chunks.stream().mapToInt(chunk -> chunk.messages().size()).min().orElseThrow();
    assertThat(most - least).isLessThanOrEqualTo(expected);
  }

  @Test
  void aSmallWindowIsPassedOnAsItIs() {
    WindowContext window = new WindowFixture().message("1", "anna", "hello").build();
    assertThat(new WindowChunks(1, 1).of(window)).singleElement().isSameAs(window);
  }

  @Test
  void aChunkCountsItsOwnMessagesAndForgetsAnswersToOthers() {
    WindowContext window =
        new WindowFixture()
            .message("1", "anna", "who has the key?")
            .reply("2", "gleb", "me", "1")
            .reply("3", "anna", "thanks", "2")
            .reply("4", "anna", "and the lock?", "2")
            .repeats("1", List.of("9"), List.of("oleg"))
            .repeats("3", List.of("8"), List.of("oleg"))
            .thread("th", "1", "2", "3", "4")
            .ranked("1", 1)
            .ranked("4", 1)
            .build();

    List<WindowContext> chunks = new WindowChunks(0, 2).of(window);

    assertThat(chunks)
        .extracting(WindowChunksTest::ids)
        .containsExactly(List.of("1", "2"), List.of("3", "4"));
    assertThat(chunks.get(1).messages()).extracting(Message::replyToMessageId).containsOnlyNulls();
    assertThat(chunks.get(0).participants())
        .containsExactly(
            new ParticipantStats("id-anna", "anna", false, 1, 0, 1, 1, 0, 16, 0, 1),
            new ParticipantStats("id-gleb", "gleb", false, 1, 1, 0, 0, 0, 2, 0, 0));
    assertThat(chunks.get(1).duplicates()).extracting("keptId").containsExactly("3");
    assertThat(chunks.get(1).threads()).containsExactly(new MessageThread("th", List.of("3", "4")));
    assertThat(chunks.get(1).ranking()).extracting("messageId").containsExactly("4");
    assertThat(chunks.get(1).messageCount()).isEqualTo(3);
  }

  @Test
  void aChunkOfNothingIsRefused() {
    assertThatThrownBy(() -> new WindowChunks(10, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<String> ids(WindowContext window) {
    return window.messages().stream().map(Message::messageId).toList();
  }
}
