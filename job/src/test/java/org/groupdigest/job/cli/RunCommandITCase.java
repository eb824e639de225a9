package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.testing.DevelopmentData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real job over files: what it promises of its output, whatever the order of its input. */
class RunCommandITCase {

  private static final String ZONE = "Europe/Moscow";

  @TempDir static Path folder;

  private static Path chat;
  private static RunFiles run;

  @BeforeAll
  static void runOverTheSampleChat() throws IOException {
    chat = folder.resolve("chat.jsonl");
    // A copy: these tests run against the packaged jar, out of which nothing is a file.
    try (InputStream in = RunCommandITCase.class.getResourceAsStream("/demo/chat.jsonl")) {
      Files.copy(in, chat);
    }
    run = RunFiles.of(folder.resolve("first"), List.of(chat), "--time-zone", ZONE);
  }

  @Test
  void everyRecordIsAccountedFor() throws IOException {
    run.ledgerIsExact();

    long lines = Files.readAllLines(chat).stream().filter(line -> !line.isBlank()).count();
    assertThat(run.ledger().path("total").path("received").asLong()).isEqualTo(lines);
    assertThat(run.ledger().path("total").path("late").asLong()).isZero();
    assertThat(run.ledger().path("groups")).hasSize(2);
    assertThat(run.text("dead-letters.jsonl")).isEmpty();
  }

  @Test
  void everyDigestHasEveryFieldOfTheContract() {
    assertThat(run.digests()).hasSizeGreaterThanOrEqualTo(6);
    for (JsonNode digest : run.digests()) {
      assertThat(digest.fieldNames())
          .toIterable()
          .contains(
              "window_id",
              "digest_id",
              "tenant_id",
              "group_id",
              "window_start",
              "window_end",
              "window_hours",
              "message_count",
              "participant_count",
              "status",
              "language",
              "headline",
              "key_points",
              "topics",
              "decisions",
              "open_questions",
              "actions",
              "participants",
              "emotions",
              "evaluation",
              "checks",
              "baseline_delta",
              "context_stats",
              "stages",
              "sources",
              "html",
              "markdown",
              "text",
              "trace_id");
      for (JsonNode stage : digest.path("stages")) {
        assertThat(stage.fieldNames())
            .toIterable()
            .contains("model_id", "prompt_version", "schema_version", "outcome");
      }
      JsonNode html = digest.path("html");
      List<JsonNode> parts = new ArrayList<>();
      (html.isArray() ? html : List.of(html)).forEach(parts::add);
      assertThat(parts).isNotEmpty().allMatch(part -> part.textValue().length() <= 4096);
    }
  }

  @Test
  void everyCitationIsAMessageOfItsGroup() throws IOException {
    citationsResolve(run, List.of(chat));
  }

  @Test
  void everyDigestHasItsPage() throws IOException {
    try (Stream<Path> pages = Files.list(folder.resolve("first").resolve("html"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .contains("index.html")
          .hasSizeGreaterThan(run.digests().size());
    }
    assertThat(folder.resolve("first").resolve(".parts")).doesNotExist();
  }

  @Test
  void theSameInputGivesTheSameBytes() throws IOException {
    RunFiles again = RunFiles.of(folder.resolve("again"), List.of(chat), "--time-zone", ZONE);

    assertThat(files(again)).isEqualTo(files(run));
  }

  @Test
  void orderAndRedeliveryChangeNothing() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(chat));
    int records = lines.size();
    lines.addAll(List.copyOf(lines));
    Collections.shuffle(lines, new Random(11));
    Path shuffled = Files.write(folder.resolve("shuffled.jsonl"), lines);

    RunFiles other = RunFiles.of(folder.resolve("other"), List.of(shuffled), "--time-zone", ZONE);

    assertThat(other.digests()).isEqualTo(run.digests());
    other.ledgerIsExact();
    assertThat(other.ledger().path("total").path("received").asLong()).isEqualTo(2L * records);
    assertThat(other.ledger().path("total").path("windowed"))
        .isEqualTo(run.ledger().path("total").path("windowed"));
  }

  @Test
  void bareNumbersOfACountryThatOtherMessagesTellAreMaskedAlikeInAnyOrder() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      lines.add(line(i));
    }
    lines.add(line(13).replace("the frost", "Anna 612 34 56 78"));
    lines.add(line(14).replace("the frost", "you ring Paco, +34 612 34 56 79, and"));
    Path inOrder = Files.write(folder.resolve("numbers.jsonl"), lines);
    List<String> delivered = new ArrayList<>(lines);
    delivered.addAll(lines);
    Collections.reverse(delivered);
    Path reversed = Files.write(folder.resolve("numbers-reversed.jsonl"), delivered);

    RunFiles first = RunFiles.of(folder.resolve("numbers"), List.of(inOrder));
    RunFiles second = RunFiles.of(folder.resolve("numbers-reversed"), List.of(reversed));

    assertThat(first.text("digests.jsonl"))
        .isEqualTo(second.text("digests.jsonl"))
        .contains("Anna 612 34 56 78");
  }

  @Test
  void anExportAndBrokenLinesAreReadTogether() throws IOException {
    Path export = Files.writeString(folder.resolve("result.json"), export(12));
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 9; i++) {
      lines.add(line(i));
    }
    lines.add("{ this is no JSON");
    lines.add("{\"tenant_id\":\"acme\",\"group_id\":\"garden\",\"text\":\"no id, no time\"}");
    Path broken = Files.write(folder.resolve("broken.jsonl"), lines);

    RunFiles mixed = RunFiles.of(folder.resolve("mixed"), List.of(export, broken));

    mixed.ledgerIsExact();
    JsonNode total = mixed.ledger().path("total");
    assertThat(total.path("invalid").asLong()).isEqualTo(2);
    assertThat(total.path("windowed").asLong()).isEqualTo(12 + 9);
    assertThat(total.path("filtered").path("service").asLong()).isEqualTo(1);
    assertThat(mixed.lines("dead-letters.jsonl"))
        .extracting(letter -> letter.path("error_code").asText())
        .containsExactlyInAnyOrder("not_json", "schema_violation");
    assertThat(mixed.digests())
        .extracting(digest -> digest.path("tenant_id").asText())
        .containsExactlyInAnyOrder("acme", "local");
  }

  @Test
  void aCutOffExportIsDigestedAndItsLastLineSaysSo() throws IOException {
    String whole = export(12);
    String cut = whole.substring(0, whole.length() - 40).replace("a new seal", "a \\x0Bnew seal");
    Path export = Files.writeString(folder.resolve("cut.json"), cut);
    Path out = folder.resolve("cut");
    Path html = Files.createDirectories(out.resolve("html"));
    Path stranger = Files.writeString(html.resolve("notes.html"), "mine");
    Path earlier = html.resolve("2020-01-01-0000-24h-x-y.html");
    Files.copy(pageOf(run), earlier);

    Digest cutRun = Digest.run("run", "--out", out.toString(), "--input", export.toString());

    assertThat(cutRun.exitCode()).isEqualTo(1);
    assertThat(cutRun.err().get(cutRun.err().size() - 1))
        .startsWith(export + " is incomplete: it ends at byte ");
    RunFiles files = new RunFiles(out);
    files.ledgerIsExact();
    assertThat(files.ledger().path("total").path("repaired").asLong()).isEqualTo(11);
    assertThat(files.ledger().path("total").path("windowed").asLong()).isEqualTo(11);
    assertThat(files.digests())
        .allSatisfy(
            digest ->
                assertThat(digest.path("degradations").toString()).contains("input_incomplete"));
    assertThat(stranger).exists();
    assertThat(earlier).doesNotExist();
  }

  @Test
  void strictMakesABrokenRecordExitWithOne() throws IOException {
    Path input =
        Files.writeString(folder.resolve("strict.jsonl"), line(1) + "\n{ no JSON\n" + line(2));
    String out = folder.resolve("strict").toString();

    assertThat(Digest.run("run", "--out", out, "--input", input.toString()).exitCode()).isZero();
    assertThat(Digest.run("run", "--strict", "--out", out, "--input", input.toString()).exitCode())
        .isEqualTo(1);
  }

  private static Path pageOf(RunFiles files) throws IOException {
    try (Stream<Path> pages = Files.list(files.folder().resolve("html"))) {
      return pages
          .filter(page -> !page.getFileName().toString().equals("index.html"))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aRealDayIsDigestedWithSourcesThatExist() throws IOException {
    Optional<Path> data = DevelopmentData.find("data/duraspace-continuous-dev.jsonl");
    assumeTrue(data.isPresent(), "development data is not there");
    List<String> day =
        Files.readAllLines(data.get()).stream()
            .filter(line -> line.contains("\"posted_at\": \"2011-03-02"))
            .toList();
    assertThat(day).hasSizeGreaterThan(20);
    Path input = Files.write(folder.resolve("day.jsonl"), day);

    RunFiles real = RunFiles.of(folder.resolve("real"), List.of(input));

    real.ledgerIsExact();
    assertThat(real.ledger().path("total").path("received").asLong()).isEqualTo(day.size());
    assertThat(real.digests()).hasSize(1);
    citationsResolve(real, List.of(input));
  }

  private static void citationsResolve(RunFiles files, List<Path> inputs) throws IOException {
    Map<String, Set<String>> known = new HashMap<>();
    for (Path input : inputs) {
      for (String line : Files.readAllLines(input)) {
        JsonNode message = Json.read(line, JsonNode.class);
        known
            .computeIfAbsent(message.path("group_id").asText(), group -> new TreeSet<>())
            .add(message.path("message_id").asText());
      }
    }
    int citations = 0;
    for (JsonNode digest : files.digests()) {
      Set<String> cited = RunFiles.citations(digest);
      assertThat(known.get(digest.path("group_id").asText())).containsAll(cited);
      citations += cited.size();
    }
    assertThat(citations).isPositive();
  }

  private static Map<String, String> files(RunFiles files) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (Stream<Path> all = Files.walk(files.folder())) {
      all.filter(Files::isRegularFile)
          .forEach(file -> contents.put(files.folder().relativize(file).toString(), read(file)));
    }
    return contents;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(int id) {
    return """
        {"tenant_id":"acme","group_id":"garden","message_id":"%d",\
        "posted_at":"2026-03-02T10:%02d:00Z","sender_id":"u%d","sender_username":"gardener%d",\
        "text":"We should water bed number %d before the frost comes back","reply_to_message_id":null}"""
        .formatted(id, id, id % 3, id % 3, id);
  }

  /** A small export: as many messages, and a service entry. */
  private static String export(int messages) {
    List<String> entries = new ArrayList<>();
    entries.add(
        """
        {"id":1,"type":"service","date":"2026-03-02T09:00:00","date_unixtime":"1772442000",\
        "actor":"Anna","actor_id":"user1","action":"pin_message","text":""}""");
    for (int i = 0; i < messages; i++) {
      entries.add(
          """
          {"id":%d,"type":"message","date":"2026-03-02T09:%02d:00","date_unixtime":"%d",\
          "from":"Anna","from_id":"user1",\
          "text":["The pump in shed %d needs ",{"type":"bold","text":"a new seal"}]}"""
              .formatted(10 + i, i, 1_772_442_060L + 60L * i, i));
    }
    return """
        {"name":"Makers","type":"private_supergroup","id":1234567,"messages":[%s]}"""
        .formatted(String.join(",", entries));
  }
}
