package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is damaged in a file of messages, each message that the damage does not touch is there.
 */
class DamagedFilesTest {

  private static final int TRIES = 2_000;
  private static final int MESSAGES = 12;

  @TempDir Path folder;

  @Test
  void aDamagedPlaceInATelegramExportCostsNoNeighbour() throws IOException {
    check(
        "result.json",
        exportEntries(),
        "{\n \"name\": \"Makers\",\n \"type\": \"private_supergroup\",\n \"id\": 7001,\n \"messages\": [\n",
        ",\n",
        "\n ]\n}");
  }

  @Test
  void aDamagedPlaceInJsonLinesCostsNoNeighbour() throws IOException {
    check("in.jsonl", lines(), "", "\n", "\n");
  }

  private void check(String name, List<String> entries, String head, String between, String tail)
      throws IOException {
    long seed = Seeds.of("damaged " + name);
    byte[] sound = (head + String.join(between, entries) + tail).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < TRIES * Seeds.times(); i++) {
      Damage damage = Damage.of(sound, seed + i);
      Set<String> lost = new HashSet<>(untouched(entries, head, between, damage));
      lost.removeAll(texts(name, damage));
      assertThat(lost).as("seed %d: %s", seed + i, damage).isEmpty();
    }
  }

  /** Numbers of the messages whose bytes, and the line feeds around them, are sound. */
  private static List<String> untouched(
      List<String> entries, String head, String between, Damage damage) {
    List<String> untouched = new ArrayList<>();
    int from = head.length();
    for (int i = 0; i < entries.size(); i++) {
      int to = from + entries.get(i).getBytes(StandardCharsets.UTF_8).length;
      // A line that loses its line feed is one with its neighbour: only JSON has brackets.
      int margin = between.length() == 1 ? 1 : 0;
      if (damage.to() <= from - margin || damage.from() >= to + margin) {
        untouched.add("number " + i + " of");
      }
      from = to + between.length();
    }
    return untouched;
  }

  private Set<String> texts(String name, Damage damage) throws IOException {
    Path file = Files.write(folder.resolve(name), damage.bytes());
    Set<String> texts = new HashSet<>();
    try {
      Imports.of(file, ImportOptions.defaults()).events().stream()
          .filter(event -> event.message() != null)
          .forEach(
              event -> texts.add(event.message().text().replaceFirst("(number \\d+ of).*", "$1")));
    } catch (InputFileException e) {
      // Damage in the first bytes may hide what the file is; nothing whole may be before it.
      assertThat(damage.from()).as("%s", damage).isLessThan(110);
      assertThat(damage.kind()).as("%s", damage).isEqualTo(Damage.Kind.CUT);
    }
    return texts;
  }

  private static List<String> exportEntries() {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      entries.add(
          """
            {
             "id": %d,
             "type": "message",
             "date": "2026-01-01T10:%02d:00",
             "date_unixtime": "%d",
             "from": "Анна Белл",
             "from_id": "user101",
             "text": [
              "number %d of \\"the plan\\", {не} забудьте ",
              {
               "type": "bold",
               "text": "хлеб 🍞"
              }
             ],
             "reactions": [
              {
               "type": "emoji",
               "count": 2,
               "emoji": "👍"
              }
             ]
            }"""
              .replaceAll("(?m)^ {10}", "")
              .formatted(i + 1, i, 1_767_263_460 + 60 * i, i));
    }
    return entries;
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < MESSAGES; i++) {
      lines.add(
          """
          {"tenant_id":"acme","group_id":"be","message_id":"m%d","posted_at":"2026-01-01T10:%02d:00Z",\
          "sender_id":"u1","sender_name":"Анна","text":"number %d of \\"the plan\\" хлеб 🍞","reactions":{"👍":2}}"""
              .formatted(i, i, i));
    }
    return lines;
  }
}
