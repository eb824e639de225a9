package org.groupdigest.job.ingest.file.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPartsTest {

  private static final JsonShape SHAPE =
      JsonShape.entriesAt("messages").startingWith("id", "type", "text").whole("channel");

  @Test
  void valuesBesideTheEntriesAreToldAndTheRestIsPassed() throws IOException {
    List<String> parts =
        told(
            "{\"name\":\"A\",\"other\":{\"messages\":[1]},\"channel\":{\"id\":7},"
                + "\"messages\":[{\"id\":1}],\"last\":null}");

    assertThat(parts)
        .containsExactly(
            "OBJECT ",
            "VALUE name \"A\"",
            "VALUE channel {\"id\":7}",
            "ENTRIES messages",
            "ENTRY messages {\"id\":1}",
            "VALUE last null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a\\x0Bb|ab",
        "a\\x41b|aAb",
        "a\\x0Ab|a\\nb",
        "a\\vb|ab",
        "a\\'b|a'b",
        "C:\\dir|C:\\\\dir",
        "a\\u12b|a\\\\u12b",
        "a\\u{1F642}b|a🙂b",
        "a\\ud83db|a\\uFFFDb",
        "a\\033[1mb|a[1mb",
        "a\\U0001F642b|a🙂b",
        "a\\qb|a\\\\qb"
      })
  void anEscapeThatJsonDoesNotKnowIsRepaired(String written, String meant) throws IOException {
    JsonPart entry = entry("{\"id\":1,\"text\":\"%s\"}".formatted(written));

    assertThat(entry.value().path("text").textValue())
        .isEqualTo(meant.replace("\\n", "\n").replace("\\uFFFD", "\uFFFD").replace("\\\\", "\\"));
    assertThat(entry.repaired()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"text\":\"x\",\"size\":NaN}", "{\"id\":1,\"text\":\"x\",\"size\":-Infinity}",
        "{\"id\":1,\"text\":\"x\",\"list\":[1,2,],}", "{\"id\":01,\"text\":\"x\"}",
        "{\"id\":1,\u0001\"text\":\"x\"}", "{\"id\":1,\"text\":\"\u0002x\"}",
        "{\"id\":1,\u00A0\"text\":\"x\"}"
      })
  void whatIsClearIsRepaired(String written) throws IOException {
    JsonPart entry = entry(written);

    assertThat(entry.value().path("text").textValue()).isEqualTo("x");
    assertThat(entry.repaired()).isTrue();
  }

  @Test
  void bytesOfOtherEncodingsAreReadOrReplaced() throws IOException {
    assertThat(text(new byte[] {'a', (byte) 0xFF, 'b'})).isEqualTo("a\uFFFDb");
    assertThat(text("Привет, мир".getBytes("windows-1251"))).isEqualTo("Привет, мир");
    assertThat(
            text(
                new byte[] {
                  (byte) 0xED, (byte) 0xA0, (byte) 0xBD, (byte) 0xED, (byte) 0xB9, (byte) 0x82
                }))
        .isEqualTo("🙂");
  }

  @Test
  void soundEntriesAreNotCalledRepaired() throws IOException {
    JsonPart entry = entry("{\"id\":1,\"text\":\"\\ud83d\\ude42 \\u00e9 \\n \u007F é\"}");

    assertThat(entry.repaired()).isFalse();
  }

  @Test
  void nestingTooDeepCostsTheEntryAlone() throws IOException {
    String deep = "{\"id\":2,\"type\":1,\"text\":" + "[".repeat(500) + "]".repeat(500) + "}";

    List<String> parts = told(file("{\"id\":1}", deep, "{\"id\":3}"));
    assertThat(parts.subList(3, 6))
        .containsExactly(
            "ENTRY messages {\"id\":1}",
            "ENTRY messages null: nested deeper than 64, or a number too long",
            "ENTRY messages {\"id\":3}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":2,\"type\":1,\"text\":\"unclosed}", "{\"id\":2,\"type\":1,\"text\":\"x\"",
        "{\"id\":2,\"type\":1,\"text:\"x\"}", "{\"id\":2,\"type\":1,\"text\":[[\"x\"]}",
        "{\"id\":2,\"type\":1,\"text\":\"x\"}},\"note\":1}", "\"id\":2,\"type\":1,\"text\":\"x\"}",
        "{\"id\":2,\"type\":1,\"text\":tru}"
      })
  void aBrokenEntryLosesNoNeighbour(String broken) throws IOException {
    String first = "{\"id\":1,\"type\":1,\"text\":\"a\"}";
    String last = "{\"id\":3,\"type\":1,\"text\":\"c\"}";

    List<String> parts = told(file(first, broken, last));
    assertThat(parts).contains("ENTRY messages " + first, "ENTRY messages " + last);
    assertThat(parts.stream().filter(part -> part.contains("null: not JSON"))).hasSize(1);
  }

  @Test
  void anEndlessEntryIsPassedAndTheNextIsRead() throws IOException {
    String endless = "{\"id\":2,\"type\":1,\"text\":\"" + "x".repeat(3_000_000) + "\"}";

    List<String> parts = told(file("{\"id\":1}", endless, "{\"id\":3,\"type\":1,\"text\":\"c\"}"));
    assertThat(parts.get(4)).contains("longer than 1048576 bytes");
    assertThat(parts.get(5)).contains("\"id\":3");
  }

  @Test
  void aCutFileTellsItsWholeEntriesAndWhereItEnds() throws IOException {
    String cut = "{\"name\":\"A\",\"messages\":[{\"id\":1},{\"id\":2},{\"id\"";
    try (JsonParts parts = parts(cut.getBytes(StandardCharsets.UTF_8))) {
      List<String> told = new ArrayList<>();
      for (JsonPart part = parts.next(); part != null; part = parts.next()) {
        told.add(text(part));
      }
      assertThat(told)
          .endsWith(
              "ENTRY messages {\"id\":2}", "ENTRY messages null: cut off at byte " + cut.length());
      assertThat(parts.cutAt()).hasValue(cut.length());
    }
  }

  @Test
  void aWholeFileIsNotCut() throws IOException {
    try (JsonParts parts = parts(file("{\"id\":1}").getBytes(StandardCharsets.UTF_8))) {
      while (parts.next() != null) {}
      assertThat(parts.cutAt()).isEmpty();
    }
  }

  private static String file(String... entries) {
    return "{\"name\":\"A\",\"messages\":[" + String.join(",", entries) + "]}";
  }

  private static String text(byte[] text) throws IOException {
    byte[] json = file("{\"id\":1,\"text\":\"@\"}").getBytes(StandardCharsets.UTF_8);
    int at = new String(json, StandardCharsets.UTF_8).indexOf('@');
    byte[] bytes = new byte[json.length - 1 + text.length];
    System.arraycopy(json, 0, bytes, 0, at);
    System.arraycopy(text, 0, bytes, at, text.length);
    System.arraycopy(json, at + 1, bytes, at + text.length, json.length - at - 1);
    try (JsonParts parts = parts(bytes)) {
      JsonPart part = parts.next();
      while (part.kind() != JsonPart.Kind.ENTRY) {
        part = parts.next();
      }
      return part.value().path("text").textValue();
    }
  }

  private static JsonPart entry(String entry) throws IOException {
    try (JsonParts parts = parts(file(entry).getBytes(StandardCharsets.UTF_8))) {
      JsonPart part = parts.next();
      while (part.kind() != JsonPart.Kind.ENTRY) {
        part = parts.next();
      }
      return part;
    }
  }

  private static List<String> told(String json) throws IOException {
    List<String> told = new ArrayList<>();
    try (JsonParts parts = parts(json.getBytes(StandardCharsets.UTF_8))) {
      for (JsonPart part = parts.next(); part != null; part = parts.next()) {
        if (!(part.kind() == JsonPart.Kind.VALUE && part.name().equals("name") && told.isEmpty())) {
          told.add(text(part));
        }
      }
    }
    return told;
  }

  private static String text(JsonPart part) {
    String value = part.value() == null ? "" : part.value().toString();
    String shown = part.problem() == null ? value : "null: " + part.problem();
    return (part.kind() + " " + part.path() + " " + shown).stripTrailing()
        + (part.kind() == JsonPart.Kind.OBJECT ? " " : "");
  }

  private static JsonParts parts(byte[] json) {
    return new JsonParts(new ByteArrayInputStream(json), SHAPE);
  }
}
