package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage in an export costs at most the message that it is in. */
class TelegramDamageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"reactions\":[{\"type\":\"emoji\",\"count\":1,\"emoji\":\"\\x0B👍\"}]",
        "\"poll\":{\"question\":\"Q\",\"answers\":[{\"text\":\"y\u0003es\",\"voters\":1}]}",
        "\"inline_bot_buttons\":[[{\"type\":\"callback\",\"text\":\"Go\",\"data\":\"\\x00\\x7Fa\"}]]",
        "\"forwarded_from\":\"Ne\\x1Bws\"",
        "\"file\":\"f\",\"file_size\":NaN,\"mime_type\":\"video/mp4\"",
        "\"reply_markup\":[1,2,]",
        "\"via_bot\":\"@a\\ud83d\"",
      })
  void aControlCharacterInAnyFieldIsRepaired(String field) throws IOException {
    Imports imports =
        importExport(
            entry(1, "a"), entry(2, "b").replace("\"text\"", field + ",\"text\""), entry(3, "c"));

    assertThat(imports.invalid()).isEmpty();
    assertThat(imports.events()).extracting(MessageEvent::messageId).containsExactly("1", "2", "3");
    assertThat(imports.events())
        .extracting(MessageEvent::repaired)
        .containsExactly(null, true, null);
  }

  @Test
  void aControlCharacterInAServiceMessageIsRepaired() throws IOException {
    Imports imports =
        importExport(
            "{\"id\":1,\"type\":\"service\",\"date\":\"2026-01-01T10:00:00\",\"actor\":\"An\\x0Bna\",\"action\":\"pin_message\",\"text\":\"\"}",
            entry(2, "b"));

    assertThat(imports.events()).hasSize(2);
    assertThat(imports.event("1").repaired()).isTrue();
  }

  @Test
  void aControlCharacterInTheChatsNameLosesNothing() throws IOException {
    Imports imports = importText(export(entry(1, "a")).replace("Makers", "Ma\\x0Bkers\u0001"));

    assertThat(imports.event("1").group().title()).isEqualTo("Makers");
    assertThat(imports.event("1").groupId()).isEqualTo("7001");
  }

  @Test
  void anUnclosedChatsNameLosesNoMessage() throws IOException {
    Imports imports =
        importText(export(entry(1, "a"), entry(2, "b")).replace("Makers\"", "Makers"));

    assertThat(imports.events()).extracting(MessageEvent::groupId).containsExactly("7001", "7001");
  }

  @Test
  void anUnclosedTextCostsItsMessageAlone() throws IOException {
    Imports imports =
        importExport(entry(1, "a"), entry(2, "b").replace("\"b\"", "\"b"), entry(3, "c"));

    assertThat(imports.events()).extracting(MessageEvent::messageId).containsExactly("1", "3");
    assertThat(imports.invalid()).hasSize(1);
    assertThat(imports.invalid().get(0).source().offset()).isEqualTo(2);
    assertThat(imports.invalid().get(0).payloadSnippet()).contains("entry at byte 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "windows-1251", "UTF-8"})
  void otherEncodingsOfAWholeFileAreRead(String charset) throws IOException {
    String text = export(entry(1, "Доброе утро, кто завтра идёт в мастерскую?"));
    Path file = Files.write(folder.resolve("result.json"), text.getBytes(Charset.forName(charset)));

    assertThat(Imports.of(file, ImportOptions.defaults()).event("1").message().text())
        .isEqualTo("Доброе утро, кто завтра идёт в мастерскую?");
  }

  @Test
  void aByteOrderMarkIsNoDamage() throws IOException {
    assertThat(importText("\uFEFF" + export(entry(1, "a"))).event("1").repaired()).isNull();
  }

  @Test
  void aCompressedFileIsNamedAsThat() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(export(entry(1, "a")).getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("result.json"), packed.toByteArray());

    assertThatThrownBy(() -> Imports.of(file, ImportOptions.defaults()))
        .isInstanceOf(InputFileException.class)
        .hasMessage(file + " is compressed");
  }

  @Test
  void aCutInOneChatOfAnAccountIsToldWithItsLastWholeMessage() throws IOException {
    String account =
        "{\"chats\":{\"list\":["
            + export(entry(1, "a"), entry(2, "b"))
            + ","
            + export(entry(3, "c"), entry(4, "d"), entry(5, "e")).replace("7001", "7002");
    String cut = account.substring(0, account.indexOf("\"e\""));

    Imports imports = importText(cut);
    assertThat(imports.events())
        .extracting(MessageEvent::inputEndsHere)
        .containsExactly(null, null, null, true);
    assertThat(imports.invalid()).hasSize(1);
    assertThat(cutOff(cut)).hasValueSatisfying(place -> assertThat(place).startsWith("byte "));
  }

  @Test
  void aCutBetweenTwoMessagesIsToldWithoutABrokenOne() throws IOException {
    String cut = export(entry(1, "a"), entry(2, "b")).replaceFirst("\\]}$", "");

    Imports imports = importText(cut);
    assertThat(imports.event("2").inputEndsHere()).isTrue();
    assertThat(imports.invalid()).isEmpty();
    assertThat(cutOff(cut)).contains("byte %,d, at entry 2".formatted(cut.length()));
  }

  @Test
  void aWholeExportIsNotCalledCutOff() throws IOException {
    assertThat(cutOff(export(entry(1, "a")))).isEmpty();
    assertThat(importExport(entry(1, "a")).event("1").inputEndsHere()).isNull();
  }

  @Test
  void hiddenTextStaysHidden() throws IOException {
    String list = "[\"It was \",{\"type\":\"spoiler\",\"text\":\"the gardener\"},\"!\"]";
    Imports imports =
        importExport(
            entry(1, "x").replace("\"x\"", list),
            entry(2, "It was me")
                .replace(
                    "}", ",\"text_entities\":[{\"type\":\"spoiler\",\"text\":\"It was me\"}]}"));

    assertThat(imports.event("1").message().text()).isEqualTo("It was [spoiler]!");
    assertThat(imports.event("2").message().text()).isEqualTo("[spoiler]");
  }

  private Optional<String> cutOff(String content) throws IOException {
    Path file = Imports.write(folder, "cut.json", content);
    try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
      records.forEachRemaining(record -> {});
      return records.cutOff();
    }
  }

  private Imports importExport(String... entries) throws IOException {
    return importText(export(entries));
  }

  private Imports importText(String content) throws IOException {
    return Imports.of(folder, "result.json", content);
  }

  private static String export(String... entries) {
    return "{\"name\":\"Makers\",\"type\":\"private_supergroup\",\"id\":7001,\"messages\":["
        + String.join(",", entries)
        + "]}";
  }

  private static String entry(int id, String text) {
    return "{\"id\":%d,\"type\":\"message\",\"date\":\"2026-01-01T10:00:0%d\",\"from\":\"Anna\",\"from_id\":\"user1\",\"text\":\"%s\"}"
        .formatted(id, id, text);
  }
}
