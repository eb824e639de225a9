package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.testing.Messages;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

class MessageLinesTest {

  private final WindowFixture chat = new WindowFixture();

  @Test
  void theTimeIsThatOfTheWindowsZone() {
    Message noon = Messages.message("1", "2025-11-10T09:05:00Z", "ann", "hi");

    assertThat(line(noon)).isEqualTo("1|ann|12:05||hi");
  }

  @Test
  void anAnswerNamesTheMessageItAnswers() {
    chat.message("1", "ann", "who?").reply("2", "bob", "me", "1");

    assertThat(line(chat.build().messages().get(1))).isEqualTo("2|bob|12:01|>1|me");
  }

  @Test
  void anAnswerToARepeatNamesTheMessageThatWasKept() {
    chat.message("1", "ann", "who?")
        .reply("2", "bob", "me", "8")
        .repeats("1", List.of("8"), List.of("cid"));

    assertThat(line(chat.build().messages().get(1))).isEqualTo("2|bob|12:01|>1|me");
  }

  @Test
  void anAnswerToAMessageOutsideOfTheWindowNamesNothing() {
    chat.reply("2", "bob", "me", "4711");

    assertThat(line(chat.build().messages().get(0))).isEqualTo("2|bob|12:00||me");
  }

  @Test
  void votesThatWereRemovedAsRepeatsAreStillSeen() {
    chat.message("1", "ann", "+1")
        .message("2", "bob", "ok")
        .repeats("1", List.of("8", "9"), List.of("cid", "bob"));

    assertThat(line(chat.build().messages().get(0)))
        .isEqualTo("1|ann|12:00||+1 [repeated: cid,bob]");
  }

  @Test
  void manyReactionsAreCounted() {
    assertThat(line(with(Map.of("👍", 4), List.of()))).endsWith("|hi [reactions: 4]");
    assertThat(line(with(Map.of("👍", 2), List.of()))).endsWith("|hi");
  }

  @Test
  void mediaSpeakBehindTheText() {
    MediaItem image = media(MediaKind.IMAGE, "График\nнагрузки", "82 %", null);
    MediaItem voice = media(MediaKind.AUDIO, null, null, "буду в пять");
    MediaItem silent = media(MediaKind.VIDEO, null, " ", null);

    assertThat(line(with(Map.of(), List.of(image, silent, voice))))
        .endsWith("|hi [image: График / нагрузки / 82 %] [audio: буду в пять]");
  }

  @Test
  void whatIsNotShownIsCounted() {
    String text = "слово ".repeat(200).strip();
    Message wordy = Messages.message("1", "2025-11-10T09:05:00Z", "ann", text);

    DataLine line = format().line(wordy, null, 3, 20);

    assertThat(line.units()).isEqualTo(text.length());
    assertThat(line.lost()).isBetween(text.length() - 120, text.length() - 40);
    assertThat(line.rank()).isEqualTo(3);
  }

  private static Message with(Map<String, Integer> reactions, List<MediaItem> media) {
    int count = reactions.values().stream().mapToInt(Integer::intValue).sum();
    Message plain = Messages.message("1", "2025-11-10T09:00:00Z", "ann", "hi");
    return new Message(
        "1",
        0,
        plain.postedAt(),
        "ann",
        "ann",
        null,
        false,
        "hi",
        null,
        null,
        null,
        reactions,
        count,
        media);
  }

  private static MediaItem media(MediaKind kind, String description, String ocr, String speech) {
    return new MediaItem(kind, null, null, 0, description, ocr, speech, List.of(), null);
  }

  private String line(Message message) {
    return format().line(message, null, 0, 160).text();
  }

  private MessageLines format() {
    WindowContext window = chat.build();
    return new MessageLines(new WindowMessages(window), PromptFixture.COUNTER);
  }
}
