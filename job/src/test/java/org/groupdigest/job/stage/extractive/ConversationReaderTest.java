package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.WindowContext;
import org.junit.jupiter.api.Test;

class ConversationReaderTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private static Conversation read(WindowContext window) {
    return ConversationReader.read(window, LanguagePack.of(window.language(), "en"));
  }

  private static Chat later(Chat chat, String id, int seconds, String author, String text) {
    return chat.add(id, NOON.plusSeconds(seconds), author, text, null, Map.of());
  }

  @Test
  void aSentenceThatRunsOnOverMessagesIsOneUtterance() {
    Chat chat = Chat.in("en");
    later(chat, "1", 0, "ann", "I installed the new driver");
    later(chat, "2", 5, "bob", "hello there");
    later(chat, "3", 20, "ann", "but the screen stays black");
    Conversation read = read(chat.window());
    assertThat(read.utterances()).hasSize(2);
    assertThat(read.get(0).messageIds()).containsExactly("1", "3");
    assertThat(read.get(0).text())
        .isEqualTo("I installed the new driver but the screen stays black");
  }

  @Test
  void whatIsSaidLaterOrToSomebodyElseIsAnotherUtterance() {
    Chat chat = Chat.in("en");
    later(chat, "1", 0, "ann", "I installed the new driver");
    later(chat, "2", 600, "ann", "but the screen stays black");
    assertThat(read(chat.window()).utterances()).hasSize(2);
  }

  @Test
  void aGreetingIsNotJoinedToWhatFollows() {
    assertThat(read(SampleChats.russianTeam()).get(1).messageIds()).containsExactly("m2");
  }

  @Test
  void linesPutUnderEveryMessageAreDropped() {
    Chat chat = Chat.in("en");
    for (int i = 0; i < 4; i++) {
      later(
          chat,
          "" + i,
          i * 300,
          "news",
          "Story number " + i + " of the day is told here\nMore stories at our stand in the hall");
    }
    assertThat(read(chat.window()).sentences())
        .extracting(Sentence::text)
        .noneMatch(text -> text.contains("stand in the hall"));
  }

  @Test
  void aPromotionLineIsDropped() {
    Conversation read =
        read(
            Chat.in("ru")
                .say(
                    "канал",
                    "В городе открыли новый мост через реку.\n\n❤ Подписаться | Прислать новость")
                .window());
    assertThat(read.sentences())
        .extracting(Sentence::text)
        .containsExactly("В городе открыли новый мост через реку.");
  }

  @Test
  void votesAreCopiesAndReactions() {
    Chat chat =
        Chat.in("en")
            .reacted("ann", "The bridge opens today", Map.of("👍", 2, "❤", 1))
            .repeated("m1", 4);
    assertThat(read(chat.window()).get(0).votes()).isEqualTo(7);
  }

  @Test
  void everyMessageButAnOrderBelongsToOneUtterance() {
    WindowContext window = SampleChats.englishTeam();
    Conversation read = read(window);
    List<String> ids =
        read.utterances().stream().flatMap(one -> one.messageIds().stream()).toList();
    assertThat(ids).hasSize(window.messages().size() - 1).doesNotHaveDuplicates();
    assertThat(read.ofMessage("m5").author()).isEqualTo("felix");
    assertThat(read.ofMessage("nobody")).isNull();
  }

  @Test
  void repliesPointAtUtterances() {
    Conversation read = read(SampleChats.quietDay());
    assertThat(read.ofMessage("m3").replyTo()).isEqualTo(read.ofMessage("m2").index());
    assertThat(read.ofMessage("m1").replyTo()).isEqualTo(-1);
  }

  @Test
  void programsAreKnownByNameAndByTheirManner() {
    Chat chat =
        Chat.in("en")
            .say("deploybot", "done")
            .say("ann", "Fixed: see https://example.org/1 and the notes");
    for (int i = 0; i < 8; i++) {
      chat.say("gate", "New change: number " + i + " at https://example.org/c/" + i);
    }
    Conversation read = read(chat.window());
    assertThat(
            read.utterances().stream()
                .filter(Utterance::automatic)
                .map(Utterance::author)
                .distinct())
        .containsExactlyInAnyOrder("deploybot", "gate");
  }
}
