package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.Test;

class MessageStreamTest {

  @Test
  void replyLinksBecomePositions() {
    MessageStream stream =
        stream(
            new Chat()
                .says(0, "ada", "one")
                .replies(1, "ben", "two", "m1")
                .replies(2, "ben", "three", "gone")
                .replies(3, "ben", "four", "m5")
                .says(4, "ada", "five"));

    assertThat(stream.replyOf(0)).isEqualTo(MessageStream.NONE);
    assertThat(stream.replyOf(1)).isZero();
    assertThat(stream.replyOf(2)).isEqualTo(MessageStream.ELSEWHERE);
    assertThat(stream.replyOf(3)).isEqualTo(MessageStream.ELSEWHERE);
  }

  @Test
  void messagesOfAnAuthorAreChained() {
    MessageStream stream =
        stream(new Chat().says(0, "ada", "one").says(1, "ben", "two").says(2, "ada", "three"));

    assertThat(stream.previousOfAuthor(2)).isZero();
    assertThat(stream.previousOfAuthor(1)).isEqualTo(MessageStream.NONE);
    assertThat(stream.participants()).isEqualTo(2);
  }

  @Test
  void replyLinkAddressesWhomItAnswersButNotOneself() {
    MessageStream stream =
        stream(
            new Chat()
                .says(0, "ada", "one")
                .replies(1, "ben", "two", "m1")
                .replies(2, "ada", "three", "m1"));

    assertThat(stream.at(1).addresses(stream.at(0).author)).isTrue();
    assertThat(stream.at(2).addressed).isEmpty();
  }

  @Test
  void useOfReplyLinksIsCountedAround() {
    Chat chat = new Chat().says(0, "ada", "one");
    for (int i = 1; i < 100; i++) {
      if (i % 2 == 1) {
        chat.replies(i, "ben", "more", "m1");
      } else {
        chat.says(i, "ben", "more");
      }
    }

    assertThat(stream(chat).replyUse(50)).isBetween(0.45, 0.55);
  }

  @Test
  void botsAreKnownByTheirName() {
    MessageStream stream =
        stream(
            new Chat()
                .says(0, "weather_bot", "sunny")
                .says(1, "abbott", "nice")
                .says(2, "botanist", "indeed"));

    assertThat(stream.at(0).bot).isTrue();
    assertThat(stream.at(1).bot).isFalse();
    assertThat(stream.at(2).bot).isFalse();
  }

  @Test
  void namesAreNoTopicWords() {
    MessageStream stream =
        stream(new Chat().says(0, "ada", "marble floor").says(1, "ben", "ada: marble"));

    assertThat(stream.at(1).terms).hasSize(1);
    assertThat(stream.at(1).length).isEqualTo(1);
  }

  private static MessageStream stream(Chat chat) {
    return MessageStream.of(chat.messages(), CueWords.bundled());
  }
}
