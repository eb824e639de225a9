package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.groupdigest.job.model.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaReadersTest {

  @TempDir private Path folder;

  @Test
  void archiveGivesItsTextsByName() throws IOException {
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    addFile(tar, "train/b.txt", "x".repeat(513));
    addFile(tar, "train/a.txt", "короткий");
    tar.writeBytes(new byte[1024]);

    assertThat(TarGz.texts(gzip("logs.tar.gz", tar.toByteArray())))
        .containsEntry("a.txt", "короткий")
        .containsEntry("b.txt", "x".repeat(513))
        .hasSize(2);
  }

  @Test
  void dialogueGivesUtterancesAndRelations() throws IOException {
    String json =
        """
        [{"id": "7", "edus": [{"text": "which rope ?", "speaker": "ada"},
          {"text": "the long one", "speaker": "ben"}, {"text": "lunch ?", "speaker": "cem"}],
          "relations": [{"x": 0, "y": 1, "type": "QAP"}]}]
        """;

    AnnotatedLog log =
        MolweniReader.read(gzip("d.json.gz", json.getBytes(StandardCharsets.UTF_8))).get(0);

    assertThat(log.messages()).extracting(Message::author).containsExactly("ada", "ben", "cem");
    assertThat(log.parents())
        .containsEntry("0", Set.of("0"))
        .containsEntry("1", Set.of("0"))
        .containsEntry("2", Set.of("2"));
  }

  @Test
  void goldLinksArePartedByGroupAndStretch() throws IOException {
    write("set.jsonl", message("a", 10001), message("a", 20001), message("b", 10001));
    write(
        "set.gold-links.jsonl",
        "{\"group_id\": \"a\", \"message_id\": 10001, \"parents\": [], \"file\": \"one\"}",
        "{\"group_id\": \"b\", \"message_id\": 10001, \"parents\": [9, 8], \"file\": \"two\"}");
    GoldLinksReader reader = new GoldLinksReader(folder);

    List<AnnotatedLog> logs = reader.read("set", false);

    assertThat(logs).extracting(AnnotatedLog::name).containsExactly("a#1", "a#2", "b#1");
    assertThat(logs.get(0).parents()).containsEntry("10001", Set.of("10001"));
    assertThat(logs.get(2).parents()).containsEntry("10001", Set.of("9", "8"));
    assertThat(reader.sources("set")).containsExactly("one", "two");
  }

  @Test
  void givenRepliesAreLaidOverTheMessages() throws IOException {
    write("set.jsonl", message("a", 10001), message("a", 10002));
    write("set.gold-links.jsonl", "{\"message_id\": 10002, \"parents\": [10001]}");
    write("set.given-replies.jsonl", "{\"message_id\": 10002, \"reply_to_message_id\": 10001}");

    AnnotatedLog log = new GoldLinksReader(folder).read("set", true).get(0);

    assertThat(log.messages()).extracting(Message::replyToMessageId).containsExactly(null, "10001");
    assertThat(log.parents()).containsEntry("10002", Set.of("10001"));
  }

  private static String message(String group, int id) {
    return ("{\"group_id\": \"%s\", \"message_id\": %d, \"posted_at\": \"2026-03-02T09:00:00Z\","
            + " \"sender_username\": \"ada\", \"text\": \"hm\"}")
        .formatted(group, id);
  }

  private void write(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }

  private Path gzip(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content);
    }
    return file;
  }

  private static void addFile(ByteArrayOutputStream tar, String name, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(nameBytes, 0, header, 0, nameBytes.length);
    byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(size, 0, header, 124, size.length);
    tar.writeBytes(header);
    tar.writeBytes(content);
    tar.writeBytes(new byte[(512 - content.length % 512) % 512]);
  }
}
