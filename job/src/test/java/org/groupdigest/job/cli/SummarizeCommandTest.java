package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SummarizeCommandTest {

  private static final String TALK =
      "{\"id\": \"talk\", \"utterances\": ["
          + "{\"speaker\": \"ann\", \"text\": \"The old bridge over the river is closed until the end of spring.\"},"
          + "{\"speaker\": \"bo\", \"text\": \"ok\"},"
          + "{\"speaker\": \"bo\", \"text\": \"Buses take the long way until the bridge over the river opens again.\"}]}";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path input;

  @BeforeEach
  void file() {
    input = folder.resolve("in.jsonl");
  }

  private int run(String... arguments) {
    return new CommandLine(new SummarizeCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private int runOn(String... lines) throws IOException {
    Files.write(input, List.of(lines));
    return run("--input", input.toString());
  }

  private List<JsonNode> output() {
    return out.toString().lines().map(line -> Json.read(line, JsonNode.class)).toList();
  }

  @Test
  void eachConversationGetsASummaryWithItsUtterances() throws IOException {
    assertThat(runOn(TALK)).isZero();
    JsonNode line = output().get(0);
    assertThat(line.get("id").asText()).isEqualTo("talk");
    assertThat(line.get("summary").asText()).contains("ann: The old bridge").doesNotContain("ok");
    assertThat(line.get("utterance_indexes").toString()).isEqualTo("[0,2]");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void idsKeepTheirType() throws IOException {
    runOn("{\"id\": 7, \"utterances\": []}");
    assertThat(output().get(0).toString())
        .isEqualTo("{\"id\":7,\"summary\":\"\",\"utterance_indexes\":[]}");
  }

  @Test
  void brokenLinesAreReportedAndTheRestIsDone() throws IOException {
    assertThat(
            runOn(
                "{broken",
                TALK,
                "[]",
                "{\"id\": \"x\", \"utterances\": [{\"speaker\": \"a\"}]}",
                ""))
        .isZero();
    assertThat(output()).hasSize(1);
    assertThat(err.toString().lines()).hasSize(4);
    assertThat(err.toString())
        .contains("line 1 is not", "line 3 is not", "line 4 is not", "3 invalid and 1 summarised");
  }

  @Test
  void noLineOfTextIsEverQuotedInAnError() throws IOException {
    runOn("{\"secret words\": tru");
    assertThat(err.toString()).doesNotContain("secret");
  }

  @Test
  void aFileWithoutAnyUsableLineFails() throws IOException {
    assertThat(runOn("nonsense")).isEqualTo(1);
  }

  @Test
  void anEmptyFileIsDone() throws IOException {
    assertThat(runOn()).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aMissingFileFailsInOneLine() {
    assertThat(run("--input", folder.resolve("none.jsonl").toString())).isEqualTo(1);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("none.jsonl", "--input");
  }

  @Test
  void aSentenceLimitHolds() throws IOException {
    Files.writeString(input, TALK);
    assertThat(run("--input", input.toString(), "--sentences", "1")).isZero();
    assertThat(output().get(0).get("utterance_indexes")).hasSize(1);
  }

  @Test
  void aWordLimitHolds() throws IOException {
    Files.writeString(input, TALK);
    assertThat(run("--input", input.toString(), "--max-words", "14")).isZero();
    assertThat(output().get(0).get("utterance_indexes")).hasSize(1);
  }

  @Test
  void wrongUsageIsTwo() throws IOException {
    Files.writeString(input, TALK);
    assertThat(run()).isEqualTo(2);
    assertThat(run("--input", input.toString(), "--sentences", "0")).isEqualTo(2);
    assertThat(run("--input", input.toString(), "--max-words", "many")).isEqualTo(2);
    assertThat(run("--input", input.toString(), "--max-words", "5", "--sentences", "2"))
        .isEqualTo(2);
    assertThat(out.toString()).isEmpty();
  }
}
