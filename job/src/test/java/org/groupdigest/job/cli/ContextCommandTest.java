package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.udfs.text.LanguageDetector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ContextCommandTest {

  private static final String NEWS = "the release moves to thursday because of the webhook";

  @TempDir private Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsOneLineAGroupInOrderOfAppearance() throws IOException {
    Path input =
        file(
            line("g2", "1", 0, "ann", NEWS),
            line("g1", "1", 0, "ann", "one other thing entirely"),
            line("g2", "2", 60, "bob", NEWS));

    assertThat(run("--input", input.toString())).isZero();
    assertThat(output())
        .extracting(node -> node.get("group_id").asText())
        .containsExactly("g2", "g1");
  }

  @Test
  void printsWhatTheAssemblyFound() throws IOException {
    Path input =
        file(
            line("g", "1", 0, "ann", NEWS),
            line("g", "2", 60, "bob", NEWS),
            line("g", "3", 90, "cem", NEWS + " queue again maybe so"),
            line("g", "4", 95, "cem", "lunch at noon for everybody"));
    Path history = file(line("g", "h1", -90_000, "ann", "lunch at noon for everybody here"));

    assertThat(run("--input", input.toString(), "--history", history.toString())).isZero();
    JsonNode line = output().get(0);
    assertThat(line.get("tenant_id").asText()).isEqualTo("t");
    assertThat(line.get("stats").get("duplicates").asInt()).isEqualTo(1);
    assertThat(line.get("kept").toString()).isEqualTo("[\"1\",\"3\",\"4\"]");
    assertThat(line.get("duplicates").toString()).isEqualTo("{\"1\":[\"2\"]}");
    assertThat(line.get("soft_links").toString()).isEqualTo("{\"3\":\"1\"}");
    JsonNode link = line.get("history_links").get("4");
    assertThat(link.get("matched_id").asText()).isEqualTo("h1");
    assertThat(link.get("similarity").asDouble()).isEqualTo(0.9129);
    assertThat(link.get("posted_at").asText()).isEqualTo("2026-02-02T08:00:00Z");
    assertThat(line.get("threads").get(0).get("thread_id").asText()).isEqualTo("all");
    assertThat(line.get("threads").get(0).get("message_ids")).hasSize(3);
  }

  @Test
  void printsScoresWithTheirComponentsAndPenalties() throws IOException {
    Path input = file(line("g", "4", 95, "cem", "lunch at noon for everybody"));
    Path history = file(line("g", "h1", -90_000, "ann", "lunch at noon for everybody"));

    run("--input", input.toString(), "--history", history.toString());

    JsonNode first = output().get(0).get("ranking").get(0);
    assertThat(first.get("message_id").asText()).isEqualTo("4");
    assertThat(first.get("score").asDouble()).isEqualTo(0.3571);
    assertThat(first.get("components").toString())
        .isEqualTo(
            "{\"recency\":1.0,\"reply\":0.0,\"length\":0.0675,\"reactions\":0.0,\"media\":0.0,"
                + "\"soft_penalty\":0.0,\"historical_penalty\":0.3}");
  }

  @Test
  void saysInOneLineWhichFileCannotBeRead() {
    assertThat(run("--input", dir.resolve("absent.jsonl").toString())).isEqualTo(1);
    assertThat(err.toString().strip())
        .contains("absent.jsonl", "NoSuchFileException")
        .doesNotContain("\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void exitsWithTwoOnAWrongFlag() {
    assertThat(run("--inptu", "x")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
  }

  @Test
  void explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--input", "--history", "one window");
  }

  private int run(String... args) {
    ContextService service =
        new ContextService(
            ContextSettings.defaults(),
            messages ->
                List.of(
                    new MessageThread("all", messages.stream().map(m -> m.messageId()).toList())),
            new LanguageDetector());
    return new CommandLine(new ContextCommand(new FlatMessageReader(), service))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  private List<JsonNode> output() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().split("\n")) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(dir, "messages", ".jsonl"), List.of(lines));
  }

  private static String line(String group, String id, long second, String sender, String text) {
    String at = Instant.parse("2026-02-03T09:00:00Z").plusSeconds(second).toString();
    return """
        {"tenant_id":"t","group_id":"%s","message_id":"%s","posted_at":"%s","sender_id":"%s","text":"%s"}"""
        .formatted(group, id, at, sender, text);
  }
}
