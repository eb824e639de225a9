package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.groupdigest.job.model.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesTest {

  private static final String LINE =
      """
      {"tenant_id": "acme", "group_id": "be", "message_id": "m1", "posted_at": "2025-11-10T09:15:00Z",\
       "sender_id": "u1", "sender_username": "anna", "text": "hello", "reply_to_message_id": null}
      """;

  @TempDir Path folder;

  @Test
  void aFlatLineBecomesAMessage() throws IOException {
    MessageEvent event = importLines(LINE).event("m1");

    assertThat(event.tenantId()).isEqualTo("acme");
    assertThat(event.groupId()).isEqualTo("be");
    assertThat(event.message().text()).isEqualTo("hello");
    assertThat(event.message().author()).isEqualTo("anna");
    assertThat(event.brokerTime()).isEqualTo("2025-11-10T09:15:00Z");
    assertThat(event.group()).isEqualTo(new GroupInfo(null, null, "file"));
    assertThat(event.position()).isEqualTo(new SourcePosition("in.jsonl", 0, 1));
  }

  @Test
  void idsMayBeNumbers() throws IOException {
    MessageEvent event =
        importLines(
                """
                {"tenant_id":7,"group_id":-100123,"message_id":10000,"posted_at":"2025-11-10T09:15:00Z",\
                "sender_id":42,"text":"hi","reply_to_message_id":9999,"topic_id":3}
                """)
            .event("10000");

    assertThat(event.tenantId()).isEqualTo("7");
    assertThat(event.groupId()).isEqualTo("-100123");
    assertThat(event.message().senderId()).isEqualTo("42");
    assertThat(event.message().replyToMessageId()).isEqualTo("9999");
    assertThat(event.message().topicId()).isEqualTo("3");
  }

  @Test
  void everyOtherPayloadFieldMayStandInTheLine() throws IOException {
    MessageEvent event =
        importLines(
                """
                {"tenant_id":"t","group_id":"g","message_id":"1","posted_at":"2025-11-10T09:15:00Z","op":"upsert",\
                "revision":3,"is_bot":true,"sender_name":"Bot","forwarded_from":"News","reactions":{"+":2},\
                "group_title":"Club","group_username":"club","source":"irc","trace_id":"tr","text":"x",\
                "media":[{"kind":"image","ocr_text":"menu"}],"something_else":1}
                """)
            .event("1");

    assertThat(event.revision()).isEqualTo(3);
    assertThat(event.traceId()).isEqualTo("tr");
    assertThat(event.group()).isEqualTo(new GroupInfo("Club", "club", "irc"));
    assertThat(event.message().bot()).isTrue();
    assertThat(event.message().reactionCount()).isEqualTo(2);
    assertThat(event.message().media()).hasSize(1);
  }

  @Test
  void aDeletionNeedsNoDateAndTakesTheTimeOfTheLineBefore() throws IOException {
    Imports imports =
        importLines(
            LINE
                + """
                {"tenant_id":"acme","group_id":"be","message_id":"m0","op":"delete"}
                """);

    assertThat(imports.event("m0").op()).isEqualTo(MessageOp.DELETE);
    assertThat(imports.event("m0").brokerTime()).isEqualTo("2025-11-10T09:15:00Z");
  }

  @Test
  void anEditThatSaysWhenItHappenedBearsThatAsBrokerTime() throws IOException {
    MessageEvent edit =
        importLines(LINE.replace("\"text\"", "\"occurred_at\":\"2025-11-10T10:00:00Z\",\"text\""))
            .event("m1");

    assertThat(edit.brokerTime()).isEqualTo("2025-11-10T10:00:00Z");
    assertThat(edit.postedAt()).isEqualTo("2025-11-10T09:15:00Z");
  }

  @Test
  void theGivenTenantFillsInForLinesThatNameNone() throws IOException {
    String without = LINE.replace("\"tenant_id\": \"acme\", ", "");
    Path file = Imports.write(folder, "in.jsonl", LINE + without);

    assertThat(Imports.of(file, new ImportOptions("cli", ZoneOffset.UTC)).events())
        .extracting(MessageEvent::tenantId)
        .containsExactly("acme", "cli");
    assertThat(Imports.of(file, ImportOptions.defaults()).invalid())
        .extracting(DeadLetter::error)
        .containsExactly("tenant_id is missing");
  }

  @Test
  void timesWithoutAZoneAreInTheGivenOne() throws IOException {
    Path file = Imports.write(folder, "in.jsonl", LINE.replace("09:15:00Z", "09:15:00"));

    Imports imports = Imports.of(file, new ImportOptions(null, ZoneId.of("Europe/Moscow")));
    assertThat(imports.event("m1").postedAt()).isEqualTo("2025-11-10T06:15:00Z");
  }

  @Test
  void brokenLinesAreInvalidAndTheRestIsRead() throws IOException {
    Imports imports =
        importLines("\uFEFF" + LINE + "{broken\r\n\n  \n[1]\n{}\n" + LINE.replace("m1", "m2"));

    assertThat(imports.events()).extracting(MessageEvent::messageId).containsExactly("m1", "m2");
    assertThat(imports.invalid())
        .extracting(letter -> letter.errorCode() + "@" + letter.source().offset())
        .containsExactly(
            ErrorCode.NOT_JSON + "@2",
            ErrorCode.SCHEMA_VIOLATION + "@5",
            ErrorCode.SCHEMA_VIOLATION + "@6");
  }

  @Test
  void anEndlessLineIsTooLargeAndTheNextIsRead() throws IOException {
    Imports imports = importLines("x".repeat(2_000_000) + "\n" + LINE);

    assertThat(imports.invalid().get(0).errorCode()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(imports.events()).hasSize(1);
  }

  @Test
  void halfASurrogatePairIsReplaced() throws IOException {
    assertThat(importLines(LINE.replace("hello", "a\\ud83db")).event("m1").message().text())
        .isEqualTo("a\uFFFDb");
  }

  @Test
  void anEnvelopeIsTakenAsItIs() throws IOException {
    byte[] envelope = importLines(LINE).records().get(0).value();

    Imports again = importLines(new String(envelope, StandardCharsets.UTF_8));
    assertThat(again.records().get(0).value()).isEqualTo(envelope);
    assertThat(again.events()).hasSize(1);
  }

  @Test
  void theSameFileGivesTheSameBytes() throws IOException {
    assertThat(importLines(LINE).records().get(0).value())
        .isEqualTo(importLines(LINE).records().get(0).value());
  }

  @Test
  void aDamagedLineIsRepairedWhereThatIsClear() throws IOException {
    MessageEvent event = importLines(LINE.replace("hello", "hel\\x0Blo\u0001")).event("m1");

    assertThat(event.message().text()).isEqualTo("hello");
    assertThat(event.repaired()).isTrue();
    assertThat(importLines(LINE).event("m1").repaired()).isNull();
  }

  @Test
  void aFieldThatStandsTwiceIsNotClear() throws IOException {
    Imports imports = importLines(LINE.replace("\"text\"", "\"text\": \"x\", \"text\""));

    assertThat(imports.invalid()).hasSize(1);
  }

  @Test
  void aLastLineThatIsCutIsToldWithTheLastWholeOne() throws IOException {
    Imports imports = importLines(LINE + LINE.replace("m1", "m2") + "{\"tenant_id\":\"ac");

    assertThat(imports.event("m1").inputEndsHere()).isNull();
    assertThat(imports.event("m2").inputEndsHere()).isTrue();
    assertThat(imports.invalid()).hasSize(1);
  }

  @Test
  void aWholeLastLineWithoutALineFeedIsNotCut() throws IOException {
    assertThat(importLines(LINE.stripTrailing()).event("m1").inputEndsHere()).isNull();
  }

  private Imports importLines(String content) throws IOException {
    return Imports.of(folder, "in.jsonl", content);
  }
}
