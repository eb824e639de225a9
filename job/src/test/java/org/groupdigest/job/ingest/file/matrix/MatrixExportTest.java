package org.groupdigest.job.ingest.file.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.Exports;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixExportTest {

  @TempDir Path folder;

  private Imports room(String... events) throws IOException {
    return Exports.read(
        folder,
        "{'room_name':'Sailing','room_creator':'@anna:h.example','topic':'','messages':["
            + String.join(",", events)
            + "]}");
  }

  private static String event(String id, String type, String content) {
    return event(id, type, content, "'x':1");
  }

  private static String event(String id, String type, String content, String more) {
    return "{'type':'"
        + type
        + "','sender':'@anna:h.example','content':{"
        + content
        + "},'origin_server_ts':1762941600000,'event_id':'"
        + id
        + "','room_id':'!r:h.example',"
        + more
        + "}";
  }

  @Test
  void messagesNamesAnswersAndReactionsAreMapped() throws IOException {
    Imports imports =
        room(
            event(
                "$0",
                "m.room.member",
                "'membership':'join','displayname':'Anna B'",
                "'state_key':'@anna:h.example'"),
            event("$1", "m.room.message", "'msgtype':'m.text','body':'We sail'"),
            event(
                "$2",
                "m.room.message",
                "'msgtype':'m.text','body':'> <@anna:h.example> We sail\\n> at nine\\n\\nok',"
                    + "'m.relates_to':{'m.in_reply_to':{'event_id':'$1'}}"),
            event(
                "$3",
                "m.reaction",
                "'m.relates_to':{'rel_type':'m.annotation','event_id':'$1','key':'👍'}"));

    assertThat(imports.invalid()).isEmpty();
    assertThat(imports.events()).hasSize(3);
    assertThat(imports.event("$0").filterReason()).isEqualTo(FilterReason.SERVICE);
    MessageEvent first = imports.event("$1");
    assertThat(first.groupId()).isEqualTo("!r:h.example");
    assertThat(first.group().title()).isEqualTo("Sailing");
    assertThat(first.group().source()).isEqualTo("matrix");
    assertThat(first.postedAt()).isEqualTo(Instant.parse("2025-11-12T10:00:00Z"));
    assertThat(first.message().senderName()).isEqualTo("Anna B");
    assertThat(first.message().senderId()).isEqualTo("@anna:h.example");
    assertThat(first.message().reactions()).containsEntry("👍", 1);
    Message answer = imports.event("$2").message();
    assertThat(answer.text()).isEqualTo("ok");
    assertThat(answer.replyToMessageId()).isEqualTo("$1");
  }

  @Test
  void editReplacesTheTextAndKeepsTimeAndAnswer() throws IOException {
    Imports imports =
        room(
            event(
                "$1",
                "m.room.message",
                "'msgtype':'m.text','body':'at 9',"
                    + "'m.relates_to':{'m.in_reply_to':{'event_id':'$a'}}"),
            event(
                    "$2",
                    "m.room.message",
                    "'msgtype':'m.text','body':'* at 10',"
                        + "'m.new_content':{'msgtype':'m.text','body':'at 10'},"
                        + "'m.relates_to':{'rel_type':'m.replace','event_id':'$1'}")
                .replace("1762941600000", "1762941660000"));

    MessageEvent edit = imports.events().get(1);
    assertThat(edit.messageId()).isEqualTo("$1");
    assertThat(edit.revision()).isEqualTo(1762941660);
    assertThat(edit.postedAt()).isEqualTo(Instant.parse("2025-11-12T10:00:00Z"));
    assertThat(edit.message().text()).isEqualTo("at 10");
    assertThat(edit.message().replyToMessageId()).isEqualTo("$a");
  }

  @Test
  void editBySomebodyElseIsNone() throws IOException {
    Imports imports =
        room(
            event("$1", "m.room.message", "'msgtype':'m.text','body':'mine'"),
            event(
                    "$2",
                    "m.room.message",
                    "'msgtype':'m.text','body':'* theirs',"
                        + "'m.new_content':{'msgtype':'m.text','body':'theirs'},"
                        + "'m.relates_to':{'rel_type':'m.replace','event_id':'$1'}")
                .replace("@anna", "@eve"));

    assertThat(imports.events()).hasSize(1);
  }

  @Test
  void threadsAnswerTheirFirstMessage() throws IOException {
    Imports imports =
        room(
            event(
                "$2",
                "m.room.message",
                "'msgtype':'m.text','body':'x','m.relates_to':{"
                    + "'rel_type':'m.thread','event_id':'$1','is_falling_back':true,"
                    + "'m.in_reply_to':{'event_id':'$9'}}"),
            event(
                "$3",
                "m.room.message",
                "'msgtype':'m.text','body':'y','m.relates_to':{"
                    + "'rel_type':'m.thread','event_id':'$1','is_falling_back':false,"
                    + "'m.in_reply_to':{'event_id':'$2'}}"));

    List<String> answered =
        imports.events().stream().map(e -> e.message().replyToMessageId()).toList();
    assertThat(answered).containsExactly("$1", "$2");
  }

  @Test
  void redactedMessagesAreDeletions() throws IOException {
    Imports imports =
        room(
            event("$1", "m.room.message", "", "'unsigned':{'redacted_because':{'type':'x'}}"),
            event("$2", "m.room.message", "'msgtype':'m.text','body':'gone soon'"),
            event("$3", "m.room.redaction", "", "'redacts':'$2'"));

    assertThat(imports.event("$1").op()).isEqualTo(MessageOp.DELETE);
    assertThat(imports.events().get(2).op()).isEqualTo(MessageOp.DELETE);
    assertThat(imports.events().get(2).messageId()).isEqualTo("$2");
  }

  @Test
  void hiddenTextStaysHidden() throws IOException {
    Imports imports =
        room(
            event(
                "$1",
                "m.room.message",
                "'msgtype':'m.text','body':'The end: it sinks',"
                    + "'format':'org.matrix.custom.html','formatted_body':"
                    + "'The end: <span data-mx-spoiler>it <b>sinks</b></span> &amp;amp; so<br>on'"));

    assertThat(imports.event("$1").message().text()).isEqualTo("The end: [spoiler] &amp; so\non");
    assertThat(Exports.payload(imports, 0)).doesNotContain("sinks");
  }

  @Test
  void filesCaptionsAndPollsAreMapped() throws IOException {
    Imports imports =
        room(
            event(
                "$1",
                "m.room.message",
                "'msgtype':'m.image','body':'boat.png',"
                    + "'info':{'mimetype':'image/png','size':9},'url':'mxc://h.example/1'"),
            event(
                "$2",
                "m.room.message",
                "'msgtype':'m.file','body':'The plan','filename':'plan.pdf'"),
            event(
                "$3",
                "org.matrix.msc3381.poll.start",
                "'org.matrix.msc3381.poll.start':{"
                    + "'question':{'body':'When?'},'answers':[{'id':'a','org.matrix.msc1767.text':'Fri'}]}"));

    assertThat(imports.event("$2").message().text()).isEqualTo("The plan");
    assertThat(imports.event("$2").message().media().get(0).labels()).containsExactly("plan.pdf");
    assertThat(imports.event("$3").message().text()).isEqualTo("When?\n- Fri");
    assertThat(Exports.payload(imports, 0)).contains("\"image\"", "boat.png");
  }
}
