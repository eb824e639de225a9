package org.groupdigest.job.ingest.file.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.Exports;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordExportTest {

  @TempDir Path folder;

  private Imports channel(String entries) throws IOException {
    return Exports.read(
        folder,
        "{'guild':{'id':'7','name':'Boats'},'channel':{'id':'70','type':'GuildTextChat',"
            + "'category':'Text','name':'repairs'},'messages':["
            + entries
            + "],'messageCount':1}");
  }

  private static String entry(String id, String more) {
    return "{'id':'"
        + id
        + "','timestamp':'2025-11-12T10:00:00+01:00','author':{'id':'1','name':'anna_b',"
        + "'nickname':'Anna','isBot':false},"
        + more
        + "}";
  }

  @Test
  void answersEditsReactionsAndPeopleAreMapped() throws IOException {
    Imports imports =
        channel(
            entry("1", "'type':'Default','content':'Leak'")
                + ","
                + entry(
                    "2",
                    "'type':'Reply','content':'Where?','timestampEdited':'2025-11-12T09:05:00+00:00',"
                        + "'reference':{'messageId':'1','channelId':'70','guildId':'7'},"
                        + "'reactions':[{'emoji':{'id':'','name':'👍'},'count':3},"
                        + "{'emoji':{'id':'99','name':'anchor'},'count':1}]"));

    MessageEvent reply = imports.event("2");
    assertThat(reply.groupId()).isEqualTo("70");
    assertThat(reply.group().title()).isEqualTo("Boats / repairs");
    assertThat(reply.group().source()).isEqualTo("discord");
    assertThat(reply.postedAt()).isEqualTo(Instant.parse("2025-11-12T09:00:00Z"));
    assertThat(reply.revision())
        .isEqualTo((int) Instant.parse("2025-11-12T09:05:00Z").getEpochSecond());
    Message message = reply.message();
    assertThat(message.replyToMessageId()).isEqualTo("1");
    assertThat(message.reactions()).containsEntry("👍", 3).containsEntry(":anchor:", 1);
    assertThat(message.senderName()).isEqualTo("Anna");
    assertThat(message.senderUsername()).isEqualTo("anna_b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "see <:boat:123> and <a:wave:9> ! see :boat: and :wave:",
        "ask <@5> or <@!5> or <@6> ! ask @eve_x or @eve_x or @6",
        "the end: !!it sinks!! and !!more!! ! the end: [spoiler] and [spoiler]",
        "**bold** __under__ ~~gone~~ 2 * 3 ! bold under gone 2 * 3",
        "`**code** <:x1:1>` ! `**code** <:x1:1>`",
        "at <t:1762941600:R> ! at 2025-11-12T10:00:00Z",
      })
  void textIsReadAsPeopleSeeIt(String both) throws IOException {
    String[] parts = both.split(" ! ", 2);
    Imports imports =
        channel(
            entry(
                "1",
                "'type':'Default','content':'"
                    + parts[0].replace("!!", "||")
                    + "','mentions':[{'id':'5','name':'eve_x','nickname':'Eve'}]"));

    assertThat(imports.event("1").message().text()).isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RecipientAdd", "ThreadCreated", "ChannelPinnedMessage", "Call", "7"})
  void linesOfTheServerAreServiceMessages(String type) throws IOException {
    Imports imports = channel(entry("1", "'type':'" + type + "','content':'x'"));

    assertThat(imports.event("1").filterReason()).isEqualTo(FilterReason.SERVICE);
  }

  @Test
  void filesEmbedsAndStickersAreMedia() throws IOException {
    Imports imports =
        channel(
            entry(
                "1",
                "'type':'Default','content':'','attachments':[{'id':'4','fileName':'a.png',"
                    + "'url':'https://cdn.example/a.png?ex=secret','fileSizeBytes':12}],"
                    + "'embeds':[{'title':'Tide table','description':'High at 9'}],"
                    + "'stickers':[{'id':'5','name':'Wave'}]"));

    Message message = imports.event("1").message();
    assertThat(message.media()).hasSize(3);
    assertThat(message.media().get(1).description()).isEqualTo("Tide table\nHigh at 9");
    assertThat(Exports.payload(imports, 0)).doesNotContain("secret");
  }

  @Test
  void cutOffExportGivesWhatIsWhole() throws IOException {
    String whole =
        "{'guild':{'id':'7','name':'B'},'channel':{'id':'70','name':'r'},'messages':["
            + entry("1", "'type':'Default','content':'one'")
            + ","
            + entry("2", "'type':'Default','content':'two'");
    Imports imports = Exports.read(folder, whole.substring(0, whole.length() - 4));

    assertThat(imports.events()).extracting(e -> e.message().text()).containsExactly("one");
    assertThat(imports.invalid()).hasSize(1);
  }
}
