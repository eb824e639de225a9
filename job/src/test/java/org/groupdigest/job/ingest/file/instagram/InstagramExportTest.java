package org.groupdigest.job.ingest.file.instagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.Exports;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstagramExportTest {

  @TempDir Path folder;

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      escaped.append(b < 0 ? String.format("\\u00%02x", b) : String.valueOf((char) b));
    }
    return escaped.toString();
  }

  @Test
  void mojibakeIsUndoneInTextsNamesAndReactions() throws IOException {
    Imports imports =
        Exports.read(
            folder,
            "{'participants':[{'name':'x'}],'messages':[{'sender_name':'"
                + escaped("Анна")
                + "','timestamp_ms':1762941600123,'content':'"
                + escaped("Привет 😀")
                + "','reactions':[{'reaction':'"
                + escaped("❤")
                + "','actor':'B'}]}],'title':'"
                + escaped("Клуб")
                + "','thread_path':'inbox/klub_17'}");

    MessageEvent event = imports.events().get(0);
    assertThat(event.groupId()).isEqualTo("klub_17");
    assertThat(event.group().title()).isEqualTo("Клуб");
    assertThat(event.group().source()).isEqualTo("instagram");
    assertThat(event.message().senderName()).isEqualTo("Анна");
    assertThat(event.message().text()).isEqualTo("Привет 😀");
    assertThat(event.message().reactions()).containsOnlyKeys("❤");
    assertThat(event.postedAt()).isEqualTo(Instant.parse("2025-11-12T10:00:00.123Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"café", "Привет", "naïve über", "plain", "Ã", "a\u00E9"})
  void whatIsNoMojibakeStaysAsItIs(String text) {
    assertThat(Mojibake.undone(text)).isEqualTo(text);
  }

  @Test
  void mojibakeIsUndoneOnceOnly() {
    String once = new String("é".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    String twice = new String(once.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

    assertThat(Mojibake.undone(twice)).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'content':'Reacted ❤ to your message '",
        "'content':'Anna liked a message'",
        "'content':'Анна отреагировала ❤ на ваше сообщение'",
        "'content':'x','is_unsent':true",
        "'content':'Anna called you','call_duration':7",
        "'content':'Anna joined','type':'Subscribe'"
      })
  void reactionsAsTextUnsentAndCallsAreServiceMessages(String more) throws IOException {
    Imports imports =
        Exports.read(
            folder, "{'messages':[{'sender_name':'A','timestamp_ms':1762941600000," + more + "}]}");

    assertThat(imports.events().get(0).filterReason()).isEqualTo(FilterReason.SERVICE);
  }

  @Test
  void filesAndSharesAreMedia() throws IOException {
    Imports imports =
        Exports.read(
            folder,
            "{'messages':[{'sender_name':'A','timestamp_ms':1762941600000,'content':'A sent a photo.',"
                + "'photos':[{'uri':'messages/inbox/x/1.jpg'},{'uri':'https://cdn.example/2.jpg?sig=1'}],"
                + "'share':{'link':'https://a.example/p','share_text':'Look'}}]}");

    assertThat(imports.events().get(0).message().text()).isEmpty();
    assertThat(imports.events().get(0).message().media()).hasSize(3);
    assertThat(Exports.payload(imports, 0)).contains("Look").doesNotContain("sig=1");
  }

  @Test
  void filesOfOneFolderAreOneConversation() throws IOException {
    Imports imports =
        Exports.readZip(
            folder,
            "ig.zip",
            Map.of(
                "your_instagram_activity/messages/inbox/klub_17/message_1.json",
                Exports.json(
                    "{'messages':[{'sender_name':'A','timestamp_ms':1762941600000,'content':'late'}],"
                        + "'title':'K','thread_path':'inbox/klub_17'}"),
                "your_instagram_activity/messages/inbox/klub_17/message_2.json",
                Exports.json(
                    "{'messages':[{'sender_name':'A','timestamp_ms':1762941000000,'content':'early'}],"
                        + "'title':'K','thread_path':'inbox/klub_17'}")));

    assertThat(imports.events())
        .hasSize(2)
        .extracting(MessageEvent::groupId)
        .containsOnly("klub_17");
  }

  @Test
  void encryptedConversationsOfMessengerAreRead() throws IOException {
    Imports imports =
        Exports.read(
            folder,
            "{'participants':['Anna','Boris'],'threadName':'Anna_5','messages':[{'isUnsent':false,"
                + "'media':[],'reactions':[],'senderName':'Anna','text':'hi','timestamp':1762941600000,"
                + "'type':'text'}]}");

    assertThat(imports.events().get(0).group().source()).isEqualTo("messenger");
    assertThat(imports.events().get(0).message().text()).isEqualTo("hi");
  }
}
