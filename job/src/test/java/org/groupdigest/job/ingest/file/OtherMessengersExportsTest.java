package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real exports of the development data give the messages that other readers find in them. */
class OtherMessengersExportsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chat-miner-bracketed_mmddyy_24hrs.txt",
        "chat-miner-ddmmyy_24hrs.txt",
        "chat-miner-mmddyyyy_12hrs.txt",
        "chat-miner-yyyymmdd_24hrs.txt"
      })
  void whatsAppOfEveryDateOrderGivesTheSameMessages(String name) throws IOException {
    Path whatsapp = exports().resolve("whatsapp");
    List<String> expected = new ArrayList<>();
    for (JsonNode message :
        Json.mapper().readTree(whatsapp.resolve("chat-miner-target.json").toFile())) {
      expected.add(
          message.get("timestamp").asText()
              + "Z "
              + message.get("author").asText()
              + ": "
              + message.get("message").asText());
    }
    Imports imports = Imports.of(whatsapp.resolve(name), ImportOptions.defaults());

    assertThat(imports.events()).hasSize(9);
    assertThat(lines(imports)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "whatsapp/chatpack-whatsapp.txt, whatsapp, 7",
    "signal/chat-miner-signal.txt, signal, 2",
    "discord/chatpack-discord.json, discord, 7",
    "instagram/chat-miner-instagram.json, instagram, 2"
  })
  void everyMessageIsRead(String file, String source, int messages) throws IOException {
    Imports imports = Imports.of(exports().resolve(file), ImportOptions.defaults());

    assertThat(imports.invalid()).isEmpty();
    assertThat(lines(imports)).hasSize(messages);
    assertThat(imports.events()).allSatisfy(e -> assertThat(e.group().source()).isEqualTo(source));
  }

  @Test
  void answersAndEditsOfDiscordAreKept() throws IOException {
    Path file = exports().resolve("discord/chatpack-discord.json");
    Imports imports = Imports.of(file, ImportOptions.defaults());

    assertThat(imports.events().stream().map(MessageEvent::message).map(Message::replyToMessageId))
        .filteredOn(reply -> reply != null)
        .hasSize(1);
    assertThat(imports.events()).filteredOn(event -> event.revision() > 0).hasSize(1);
  }

  /** Other readers write the lines of a message as one. */
  private static List<String> lines(Imports imports) {
    return imports.events().stream()
        .map(MessageEvent::message)
        .filter(message -> message != null)
        .map(m -> m.postedAt() + " " + m.senderName() + ": " + m.text().replace('\n', ' '))
        .toList();
  }

  private static Path exports() {
    String given = System.getenv("DIGEST_SHARED");
    Path shared = given != null ? Path.of(given) : beside(Path.of("").toAbsolutePath());
    boolean there = shared != null && Files.isDirectory(shared.resolve("data/exports/whatsapp"));
    assumeTrue(there, "development data is not there: set DIGEST_SHARED to its folder");
    return shared.resolve("data/exports");
  }

  private static Path beside(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        return at.resolve("shared");
      }
    }
    return null;
  }
}
