package org.groupdigest.job.ingest.file.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.groupdigest.job.ingest.file.Exports;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {

  private static final String CHAT = "12.11.25, 10:00 - Anna: hi\n12.11.25, 10:01 - Boris: yes\n";

  @TempDir Path folder;

  @Test
  void chatAmongItsPicturesIsRead() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("0001-PHOTO.jpg", "no text");
    files.put("__MACOSX/._chat.txt", CHAT);
    files.put("_chat.txt", CHAT);
    Imports imports = Exports.readZip(folder, "WhatsApp Chat - Book club.zip", files);

    assertThat(imports.events()).hasSize(2);
    assertThat(imports.events().get(0).groupId()).isEqualTo("Book club");
    assertThat(imports.events().get(0).group().title()).isEqualTo("Book club");
  }

  @Test
  void telegramExportAndJsonLinesInAZipAreRead() throws IOException {
    String telegram =
        Exports.json(
            "{'name':'Rowing','type':'private_group','id':7,'messages':[{'id':1,'type':'message',"
                + "'date':'2025-11-12T10:00:00','date_unixtime':'1762941600','from':'Anna',"
                + "'from_id':'user1','text':'Boats are out'}]}");
    String lines =
        Exports.json(
            "{'tenant_id':'t','group_id':'g','message_id':'5','posted_at':'2025-11-12T10:00:00Z',"
                + "'text':'Hello'}\n");
    Imports export =
        Exports.readZip(
            folder, "export.zip", Map.of("ChatExport_2025-11-12/result.json", telegram));
    Imports alone = Exports.readZip(folder, "lines.zip", Map.of("chat.jsonl", lines));

    assertThat(export.events()).hasSize(1);
    assertThat(export.events().get(0).message().text()).isEqualTo("Boats are out");
    assertThat(export.events().get(0).groupId()).isEqualTo("7");
    assertThat(alone.event("5").message().text()).isEqualTo("Hello");
  }

  @Test
  void pathsThatLeadOutAreLeftOutAndNothingIsWritten() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("../../evil.txt", CHAT);
    files.put("/tmp/evil.txt", CHAT);
    files.put("C:\\evil.txt", CHAT);
    files.put("..\\evil.txt", CHAT);
    files.put("chat.txt", CHAT);
    Imports imports = Exports.readZip(folder, "x.zip", files);

    assertThat(imports.events()).hasSize(2);
    try (Stream<Path> written = Files.list(folder)) {
      assertThat(written).containsExactly(folder.resolve("x.zip"));
    }
    assertThat(remarks(folder.resolve("x.zip"))).anyMatch(r -> r.startsWith("4 files of the zip"));
  }

  @Test
  void zipThatExpandsWithoutMeasureIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("chat.txt"));
      for (int i = 0; i < 400; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThat(problem(bytes.toByteArray())).isEqualTo(Problem.ZIP_TOO_LARGE);
  }

  @Test
  void sizeThatIsToldTooSmallBoundsWhatIsRead() throws IOException {
    byte[] zip = Exports.zip(Map.of("chat.txt", CHAT.repeat(50)));
    int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
    zip[directory + 24] = 27;
    zip[directory + 25] = 0;
    Path file = Files.write(folder.resolve("x.zip"), zip);

    assertThat(Imports.of(file, ImportOptions.defaults()).events()).hasSize(1);
  }

  @Test
  void encryptedZipIsNamedAsThat() throws IOException {
    byte[] zip = Exports.zip(Map.of("chat.txt", CHAT));
    zip[6] |= 1;
    zip[indexOf(zip, new byte[] {'P', 'K', 1, 2}) + 8] |= 1;

    assertThat(problem(zip)).isEqualTo(Problem.ZIP_ENCRYPTED);
  }

  @Test
  void emptyNestedAndBrokenZipsGiveOneClearProblem() throws IOException {
    byte[] empty = Exports.zip(Map.of());
    byte[] inner = Exports.zip(Map.of("chat.txt", CHAT));
    byte[] nested =
        Exports.zip(Map.of("inner.zip", new String(inner, StandardCharsets.ISO_8859_1)));

    assertThat(problem(empty)).isEqualTo(Problem.UNKNOWN_FORMAT);
    assertThat(problem(nested)).isEqualTo(Problem.UNKNOWN_FORMAT);
    assertThat(problem(new byte[] {'P', 'K', 3, 4, 9, 9, 9})).isEqualTo(Problem.ZIP_DAMAGED);
  }

  @Test
  void cutOffZipGivesWhatIsThereAndSaysSo() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("chat.txt", CHAT);
    files.put("photo.jpg", "x".repeat(5000));
    byte[] zip = Exports.zip(files);
    Path file = Files.write(folder.resolve("c.zip"), Arrays.copyOf(zip, zip.length - 120));

    assertThat(Imports.of(file, ImportOptions.defaults()).events()).hasSize(2);
    try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
      records.forEachRemaining(record -> {});
      assertThat(records.cutOff()).isPresent();
    }
  }

  @Test
  void namesInAnyEncodingAreRead() {
    byte[] utf8 = "Чат.txt".getBytes(StandardCharsets.UTF_8);
    byte[] dos = "Чат.txt".getBytes(Charset.forName("IBM866"));

    assertThat(ZipNames.of(new String(utf8, StandardCharsets.ISO_8859_1))).isEqualTo("Чат.txt");
    assertThat(ZipNames.of(new String(dos, StandardCharsets.ISO_8859_1))).isEqualTo("Чат.txt");
    assertThat(ZipNames.of("Чат.txt")).isEqualTo("Чат.txt");
    assertThat(ZipNames.of("a.txt")).isEqualTo("a.txt");
  }

  @Test
  void repeatedNameIsReadOnce() throws IOException {
    byte[] zip = Exports.zip(new LinkedHashMap<>(Map.of("chat1.txt", CHAT, "chat2.txt", CHAT)));
    for (int at = 0; at < zip.length - 5; at++) {
      if (zip[at] == 'c' && zip[at + 4] == '2') {
        zip[at + 4] = '1';
      }
    }
    Path file = Files.write(folder.resolve("d.zip"), zip);

    assertThat(Imports.of(file, ImportOptions.defaults()).events()).hasSize(2);
  }

  private Problem problem(byte[] zip) throws IOException {
    Path file = Files.write(folder.resolve("p.zip"), zip);
    return catchThrowableOfType(
            InputFileException.class,
            () -> MessageFiles.open(file, ImportOptions.defaults()).close())
        .problem();
  }

  private static List<String> remarks(Path file) throws IOException {
    try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
      return records.remarks();
    }
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i < bytes.length - part.length; i++) {
      if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
        return i;
      }
    }
    throw new IllegalStateException("not there");
  }
}
