package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.groupdigest.job.context.thread.Chat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkHistoryTest {

  private LinkHistory history;

  @BeforeEach
  void twoConversations() {
    Chat chat =
        new Chat()
            .says(0, "ada", "ben: which rope?")
            .says(1, "cem", "lunch?")
            .says(2, "ben", "the long one")
            .says(3, "ada", "fine");
    history = new LinkHistory(MessageStream.of(chat.messages(), CueWords.bundled()));
    history.link(0, MessageStream.NONE, false);
    history.link(1, MessageStream.NONE, false);
    history.link(2, 0, true);
    history.link(3, 2, false);
  }

  @Test
  void linkedMessagesShareAConversation() {
    assertThat(history.talk(3)).isEqualTo(history.talk(0)).isNotEqualTo(history.talk(1));
    assertThat(history.talkSize(0)).isEqualTo(3);
    assertThat(history.talkSince(0)).isEqualTo(2);
    assertThat(history.lastOfTalk(0)).isEqualTo(3);
    assertThat(history.previousOfTalk(3)).isEqualTo(2);
    assertThat(history.inTalk(0, 2)).isTrue();
    assertThat(history.inTalk(0, 1)).isFalse();
  }

  @Test
  void answersAreCounted() {
    assertThat(history.answers(0)).isEqualTo(1);
    assertThat(history.answeredBy(0, 2)).isTrue();
    assertThat(history.answeredBy(0, 1)).isFalse();
    assertThat(history.linksBetween(0, 2)).isEqualTo(2);
  }

  @Test
  void partnersAreRemembered() {
    assertThat(history.partner(0)).isEqualTo(2);
    assertThat(history.knownPartner(2)).isZero();
    assertThat(history.knownPartner(0)).isEqualTo(MessageStream.NONE);
    assertThat(history.addressee(0)).isEqualTo(2);
    assertThat(history.lastNaming(2)).isZero();
  }

  @Test
  void linkToALaterMessageIsRefused() {
    assertThatThrownBy(() -> history.link(2, 3, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> history.link(2, 2, false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
