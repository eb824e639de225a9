package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MaskCommandTest {

  private static final String KEY = "a key of the tests only";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String key, byte[] in, String... args) {
    PrintStream error = new PrintStream(err, true, StandardCharsets.UTF_8);
    MaskCommand command =
        new MaskCommand(
            new ByteArrayInputStream(in),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            error,
            key);
    return new CommandLine(command)
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .execute(args);
  }

  private int run(String in, String... args) {
    return run(KEY, in.getBytes(StandardCharsets.UTF_8), args);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void regionsNameTheCountriesOfNationalNumbers() {
    assertThat(run("Anna 612 34 56 78", "--regions", "es")).isZero();
    assertThat(out()).matches("Anna \\[phone:[0-9a-f]{8}]\n");
  }

  @Test
  void unknownRegionIsWrongUsage() {
    assertThat(run("Anna", "--regions", "RU,XX")).isEqualTo(2);
    assertThat(err()).contains("XX");
  }

  @Test
  void laterLineTellsTheCountryOfAnEarlierNumber() {
    assertThat(run("Anna 612 34 56 78\n+34 612 34 56 79")).isZero();
    assertThat(out()).startsWith("Anna [phone:");
  }

  @Test
  void masksLineByLine() {
    int code = run("звони 8 903 555-12-34\n\nдо завтра");

    assertThat(code).isZero();
    assertThat(out()).matches("звони \\[phone:[0-9a-f]{8}]\n\nдо завтра\n");
    assertThat(err()).isEmpty();
  }

  @Test
  void jsonHasOneObjectALineWithSpansInCodePointsOfTheInput() {
    run("😀 ann@example.org\nничего\n", "--json");

    String[] lines = out().split("\n");
    JsonNode first = Json.read(lines[0], JsonNode.class);
    assertThat(lines).hasSize(2);
    assertThat(first.get("text").asText()).matches("😀 \\[email:[0-9a-f]{8}]");
    assertThat(first.get("spans").toString())
        .isEqualTo("[{\"kind\":\"email\",\"start\":2,\"end\":17}]");
    assertThat(lines[1]).isEqualTo("{\"text\":\"ничего\",\"spans\":[]}");
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("chat.txt"), "ping 192.0.2.1\r\nok\r\n");

    assertThat(run("", file.toString())).isZero();
    assertThat(out()).matches("ping \\[ip:[0-9a-f]{8}]\nok\n");
  }

  @Test
  void tenantsHaveTheirOwnPseudonyms() {
    run("8 903 555-12-34");
    String standard = out();
    out.reset();
    run("8 903 555-12-34", "--tenant", "acme");

    assertThat(out()).isNotEqualTo(standard);
  }

  @Test
  void withoutAKeyItWorksAndWarnsOnceBesideTheOutput() {
    int code = run(null, "8 903 555-12-34\n8 903 555-12-35\n".getBytes(StandardCharsets.UTF_8));

    assertThat(code).isZero();
    assertThat(out().lines()).hasSize(2).allMatch(line -> line.startsWith("[phone:"));
    assertThat(err().lines()).singleElement().asString().contains("DIGEST_PII_KEY");
  }

  @Test
  void aShortKeyIsWrongUsageAndIsNotShown() {
    int code = run("secret", new byte[0]);

    assertThat(code).isEqualTo(2);
    assertThat(err().lines())
        .singleElement()
        .asString()
        .contains("16 bytes")
        .doesNotContain("secret");
  }

  @Test
  void anUnreadableFileIsNamedInOneLine(@TempDir Path folder) {
    int code = run("", folder.resolve("absent.txt").toString());

    assertThat(code).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("absent.txt");
    assertThat(out()).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedInOneLine() {
    int code = run(KEY, new byte[] {'a', (byte) 0xFF, '\n'});

    assertThat(code).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("UTF-8");
  }

  @Test
  void anUnknownFlagIsWrongUsage() {
    assertThat(run("", "--jsno")).isEqualTo(2);
    assertThat(err()).contains("--jsno");
  }

  @Test
  void helpNamesTheOptionsAndTheKey() {
    assertThat(run("", "--help")).isZero();
    assertThat(out()).contains("--json", "--tenant", "DIGEST_PII_KEY");
  }
}
