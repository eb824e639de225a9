package org.groupdigest.job.ingest.file.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.ingest.file.Exports.json;
import static org.groupdigest.job.ingest.file.Exports.payload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.Exports;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackExportTest {

  private static final String USERS =
      json(
          "[{'id':'U1','name':'anna.b','profile':{'display_name':'Anna','real_name':'Anna Berg'}},"
              + "{'id':'U2','name':'boris','profile':{'display_name':'','real_name':'Boris K'}},"
              + "{'id':'U3','name':'helper','is_bot':true,'profile':{'real_name':'Helper'}}]");
  private static final String CHANNELS =
      json("[{'id':'C1','name':'general'},{'id':'C2','name':'harbour'}]");

  @TempDir Path folder;

  private static Map<String, String> workspace(String day) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("users.json", USERS);
    files.put("channels.json", CHANNELS);
    files.put("dms.json", json("[{'id':'D9','members':['U1','U2']}]"));
    files.put("general/2025-11-12.json", json(day));
    return files;
  }

  private Imports day(String entries) throws IOException {
    return Exports.readZip(folder, "export.zip", workspace("[" + entries + "]"));
  }

  @Test
  void threadsEditsReactionsAndPeopleAreMapped() throws IOException {
    Imports imports =
        day(
            "{'type':'message','user':'U1','text':'Start','ts':'1762941600.000100',"
                + "'thread_ts':'1762941600.000100',"
                + "'reactions':[{'name':'tada','users':['U2'],'count':2}]},"
                + "{'type':'message','user':'U2','text':'Done','ts':'1762941660.000200',"
                + "'thread_ts':'1762941600.000100','edited':{'user':'U2','ts':'1762941700.000000'}},"
                + "{'type':'message','subtype':'thread_broadcast','user':'U1','text':'All',"
                + "'ts':'1762941720.000300','thread_ts':'1762941600.000100'}");

    assertThat(imports.invalid()).isEmpty();
    MessageEvent start = imports.event("1762941600.000100");
    assertThat(start.groupId()).isEqualTo("C1");
    assertThat(start.group().title()).isEqualTo("general");
    assertThat(start.group().source()).isEqualTo("slack");
    assertThat(start.postedAt()).isEqualTo(Instant.parse("2025-11-12T10:00:00.000100Z"));
    assertThat(start.message().replyToMessageId()).isNull();
    assertThat(start.message().reactions()).containsEntry(":tada:", 2);
    assertThat(start.message().senderId()).isEqualTo("U1");
    assertThat(start.message().senderUsername()).isEqualTo("anna.b");
    assertThat(start.message().senderName()).isEqualTo("Anna");
    MessageEvent done = imports.event("1762941660.000200");
    assertThat(done.message().replyToMessageId()).isEqualTo("1762941600.000100");
    assertThat(done.message().senderName()).isEqualTo("Boris K");
    assertThat(done.revision()).isEqualTo(1762941700);
    assertThat(imports.event("1762941720.000300").message().replyToMessageId())
        .isEqualTo("1762941600.000100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "<@U1> and <@U2|bo>: see <#C2|> or <#C9|lost> => @anna.b and @boris: see #harbour or #lost",
        "<@U9> <@U9|gone> => @U9 @gone",
        "<!here> <!channel> <!subteam^S1|@team> => @here @channel @team",
        "<!date^1762941600^{date}|12 Nov> => 12 Nov",
        "<http://a.example/x_y_z> => http://a.example/x_y_z",
        "<http://a.example|the plan> => the plan (http://a.example)",
        "<http://a.example|a.example> => http://a.example",
        "<mailto:a@b.example|a@b.example> => a@b.example",
        "*bold* _it_ ~gone~ a*b*c 2 * 3 => bold it gone a*b*c 2 * 3",
        "`*code*` <@U1> => `*code*` @anna.b",
        "a &lt;b&gt; &amp;amp; c => a <b> &amp; c",
        "&lt;@U1&gt; => <@U1>",
      })
  void markupIsReadAsPeopleSeeIt(String markup, String text) throws IOException {
    Imports imports = day("{'user':'U1','text':'" + markup + "','ts':'1762941600.000100'}");

    assertThat(imports.events().get(0).message().text()).isEqualTo(text);
  }

  @Test
  void joinsAndTopicsAreServiceMessagesAndTombstonesDeletions() throws IOException {
    Imports imports =
        day(
            "{'subtype':'channel_join','user':'U1','text':'<@U1> joined','ts':'1762941600.000100'},"
                + "{'subtype':'channel_topic','user':'U1','text':'set','ts':'1762941601.000100'},"
                + "{'subtype':'tombstone','user':'USLACKBOT','text':'This message was deleted.',"
                + "'ts':'1762941602.000100'},"
                + "{'subtype':'me_message','user':'U1','text':'waves','ts':'1762941603.000100'}");

    assertThat(imports.events().get(0).filterReason()).isEqualTo(FilterReason.SERVICE);
    assertThat(imports.events().get(1).filterReason()).isEqualTo(FilterReason.SERVICE);
    assertThat(imports.events().get(2).op()).isEqualTo(MessageOp.DELETE);
    assertThat(imports.events().get(3).message().text()).isEqualTo("waves");
  }

  @Test
  void botsFilesAndBlocksAreMapped() throws IOException {
    Imports imports =
        day(
            "{'subtype':'bot_message','bot_id':'B1','username':'Builds','text':'',"
                + "'attachments':[{'title':'Build 7','text':'passed &amp; green'}],"
                + "'ts':'1762941600.000100'},"
                + "{'user':'U1','text':'','ts':'1762941601.000100','blocks':[{'type':'rich_text',"
                + "'elements':[{'type':'rich_text_section','elements':[{'type':'text','text':'Hi '},"
                + "{'type':'user','user_id':'U2'}]}]}]},"
                + "{'user':'U1','text':'see','ts':'1762941602.000100','files':[{'name':'p.png',"
                + "'mimetype':'image/png','size':7,'url_private':'https://files.example/?t=xoxe-1'}]}");

    Message bot = imports.events().get(0).message();
    assertThat(bot.bot()).isTrue();
    assertThat(bot.senderName()).isEqualTo("Builds");
    assertThat(bot.text()).isEqualTo("Build 7\npassed & green");
    assertThat(imports.events().get(1).message().text()).isEqualTo("Hi @boris");
    assertThat(imports.events().get(2).message().media()).hasSize(1);
    assertThat(payload(imports, 2)).contains("\"kind\":\"image\"").doesNotContain("xoxe");
  }

  @Test
  void folderGivesTheSameAsItsZip() throws IOException {
    Map<String, String> files = workspace("[{'user':'U1','text':'hi','ts':'1762941600.000100'}]");
    files.put("D9/2025-11-13.json", json("[{'user':'U2','text':'psst','ts':'1763028000.000100'}]"));
    Imports zipped = Exports.readZip(folder, "e.zip", files);
    Path unpacked = folder.resolve("unpacked");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = unpacked.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Imports read = Imports.of(unpacked, ImportOptions.defaults());

    assertThat(read.events()).usingRecursiveComparison().isEqualTo(zipped.events());
    assertThat(read.events())
        .extracting(MessageEvent::groupId)
        .containsExactlyInAnyOrder("C1", "D9");
  }

  @Test
  void damagedDayCostsOneMessage() throws IOException {
    Imports imports =
        day(
            "{'user':'U1','text':'one','ts':'1762941600.000100'},"
                + "{'user':'U1','text':'t\\wo','ts':1x762941601.000100'},"
                + "{'user':'U1','text':'three','ts':'1762941602.000100'}");

    assertThat(imports.events()).extracting(e -> e.message().text()).contains("one", "three");
  }
}
