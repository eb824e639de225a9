package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ThreadsCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void everyMessageGetsALineInTheOrderOfTheFile() throws IOException {
    Path input =
        write(
            line("north", 12, "10:00:30", "ben", "ada: the long one", null),
            line("north", 11, "10:00:00", "ada", "which rope do we take?", null));

    assertThat(run("--input", input.toString())).isZero();

    List<String> lines = out.toString().lines().toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches(
            "\\{\"group_id\":\"north\",\"message_id\":\"12\",\"parent_id\":\"11\","
                + "\"confidence\":(0\\.[6-9]\\d*|1\\.0)}");
    assertThat(lines.get(1))
        .isEqualTo(
            "{\"group_id\":\"north\",\"message_id\":\"11\",\"parent_id\":null,\"confidence\":0.0}");
  }

  @Test
  void groupsAreLinkedApart() throws IOException {
    Path input =
        write(
            line("north", 1, "10:00:00", "ada", "which rope do we take?", null),
            line("south", 1, "10:00:01", "ben", "ada: the long one", null));

    assertThat(run("--input", input.toString())).isZero();

    assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("null"));
  }

  @Test
  void replyLinksCanBeIgnored() throws IOException {
    Path input =
        write(
            line("north", 1, "10:00:00", "ada", "which rope do we take?", null),
            line("north", 2, "10:00:10", "cem", "lunch is ready at the big table", null),
            line("north", 3, "10:00:20", "ben", "ada: the long one", "2"));

    run("--input", input.toString());
    assertThat(out.toString()).contains("\"message_id\":\"3\",\"parent_id\":\"2\"");
    run("--input", input.toString(), "--ignore-replies");
    assertThat(out.toString()).contains("\"message_id\":\"3\",\"parent_id\":\"1\"");
  }

  @Test
  void unreadableFileIsOneLineOnStderr() {
    assertThat(run("--input", folder.resolve("missing.jsonl").toString())).isEqualTo(1);

    assertThat(err.toString().lines()).hasSize(1).first().asString().contains("missing.jsonl");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void missingInputIsAUsageError() {
    assertThat(run()).isEqualTo(2);
  }

  private int run(String... args) {
    return new CommandLine(new ThreadsCommand(new FlatJsonLines()))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("chat.jsonl"), List.of(lines));
  }

  private static String line(
      String group, int id, String time, String who, String text, String replyTo) {
    return ("{\"tenant_id\":\"t\",\"group_id\":\"%s\",\"message_id\":%d,"
            + "\"posted_at\":\"2026-03-02T%sZ\",\"sender_id\":\"%s\",\"sender_username\":\"%s\","
            + "\"text\":\"%s\",\"reply_to_message_id\":%s}")
        .formatted(group, id, time, who, who, text, replyTo);
  }
}
