package org.groupdigest.job.ingest.file.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalChatTest {

  @TempDir Path folder;

  @Test
  void bracketedIsoTimesAreSignalAndFurtherLinesBelongToTheMessage() throws IOException {
    Imports chat =
        Imports.of(
            folder,
            "Sailing.txt",
            "[2025-11-12, 10:00] Anna: We sail\nat nine\n[2025-11-13, 08:30] Boris: ok\n");

    assertThat(chat.events()).hasSize(2);
    Message first = chat.events().get(0).message();
    assertThat(chat.events().get(0).group().source()).isEqualTo("signal");
    assertThat(chat.events().get(0).groupId()).isEqualTo("Sailing");
    assertThat(first.text()).isEqualTo("We sail\nat nine");
    assertThat(first.senderName()).isEqualTo("Anna");
    assertThat(first.postedAt()).isEqualTo(Instant.parse("2025-11-12T10:00:00Z"));
  }

  @Test
  void filesAndReactionsOfMarkdownAreTakenOutOfTheText() throws IOException {
    Imports chat =
        Imports.of(
            folder,
            "chat.md",
            """
            [2025-11-12 10:00:05] Me: The new sail ![sail.jpg](./media/sail.jpg)
            (- Anna: 👍, Boris: 😮 -)
            """);

    Message message = chat.events().get(0).message();
    assertThat(message.text()).isEqualTo("The new sail");
    assertThat(message.media())
        .singleElement()
        .satisfies(m -> assertThat(m.labels()).contains("sail.jpg"));
    assertThat(message.reactions()).containsOnlyKeys("👍", "😮");
  }

  @Test
  void whatsAppInASwedishPhoneIsNoSignal() throws IOException {
    Imports chat =
        Imports.of(
            folder,
            "x.txt",
            """
            [2025-11-12 10:00:05] Klubb: \u200EMeddelanden är krypterade.
            [2025-11-12 10:00:09] Anna: hej
            """);

    assertThat(chat.events().get(0).group().source()).isEqualTo("whatsapp");
  }
}
