package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramExportTest {

  @TempDir Path folder;

  @Test
  void oneChatKeepsItsIdAndTitle() throws IOException {
    MessageEvent event = supergroup(entry(5, "\"text\":\"hi\"")).event("5");

    assertThat(event.tenantId()).isEqualTo("local");
    assertThat(event.groupId()).isEqualTo("1234567");
    assertThat(event.group().title()).isEqualTo("Makers");
    assertThat(event.group().source()).isEqualTo("telegram");
    assertThat(event.postedAt()).isEqualTo("2025-11-10T09:15:00Z");
    assertThat(event.message().author()).isEqualTo("Anna");
    assertThat(event.message().senderId()).isEqualTo("user1");
  }

  @ParameterizedTest
  @CsvSource({
    "private_supergroup, telegram", "public_channel, telegram",
    "personal_chat, telegram_chat", "private_group, telegram_chat"
  })
  void onlyChatsWhoseMessagesHaveLinksComeFromTelegram(String type, String source)
      throws IOException {
    String chat = chat("1", "X", type, entry(5, "\"text\":\"hi\""));

    assertThat(importJson(chat).event("5").group().source()).isEqualTo(source);
  }

  @Test
  void aWholeAccountGivesAllItsChatsAndThoseThatWereLeft() throws IOException {
    String account =
        """
        {"about":"x","personal_information":{"user_id":1},"contacts":{"list":[{"messages":[1]}]},
         "chats":{"about":"y","list":[%s,%s]},"left_chats":{"list":[%s]}}"""
            .formatted(
                chat("1", "A", "private_group", entry(1, "\"text\":\"a\"")),
                chat("2", "B", "private_group", entry(1, "\"text\":\"b\"")),
                chat("3", "C", "private_group", entry(1, "\"text\":\"c\"")));

    assertThat(importJson(account).events())
        .extracting(event -> event.groupId() + event.message().text())
        .containsExactly("1a", "2b", "3c");
  }

  @Test
  void chatsWithoutIdsAreNamedByTheirTitleOrTheFile() throws IOException {
    String entries = "{\"messages\":[" + entry(1, "\"text\":\"a\"") + "]";
    String account =
        "{\"chats\":{\"list\":[%s,\"name\":\"Club\"},%s,\"name\":\"Club\"},%s}]}}"
            .formatted(entries, entries, entries);

    assertThat(importJson(account).events())
        .extracting(MessageEvent::groupId)
        .containsExactly("Club", "Club-2", "result");
  }

  @Test
  void aHeaderBehindTheMessagesIsRead() throws IOException {
    String chat =
        "{\"messages\":[%s],\"id\":77,\"name\":\"Late\",\"type\":\"public_channel\"}"
            .formatted(entry(1, "\"text\":\"a\""));

    MessageEvent event = importJson(chat).event("1");
    assertThat(event.groupId()).isEqualTo("77");
    assertThat(event.group().title()).isEqualTo("Late");
  }

  @Test
  void textMayBeAListOfStringsAndEntities() throws IOException {
    String text =
        "\"text\":[\"see \",{\"type\":\"bold\",\"text\":\"this\"},\" \",{\"type\":\"link\",\"text\":\"u.example\"}]";

    assertThat(message(text).text()).isEqualTo("see this u.example");
    assertThat(message("\"text\":\"\",\"text_entities\":[{\"text\":\"e\"}]").text()).isEqualTo("e");
  }

  @Test
  void serviceMessagesAreFiltered() throws IOException {
    Imports imports =
        supergroup(
            "{\"id\":1,\"type\":\"service\",\"date_unixtime\":\"1762766100\",\"actor\":null,\"action\":\"pin_message\",\"text\":\"\"}");

    assertThat(imports.event("1").filterReason()).isEqualTo(FilterReason.SERVICE);
  }

  @Test
  void whatTelegramCouldNotExportIsFilteredAndStandsWhereItStood() throws IOException {
    Imports imports =
        supergroup(entry(5, "\"text\":\"hi\"") + ",{\"id\":6,\"type\":\"unsupported\"}");

    assertThat(imports.event("6").filterReason()).isEqualTo(FilterReason.NO_TEXT);
    assertThat(imports.event("6").postedAt()).isEqualTo("2025-11-10T09:15:00Z");
  }

  @Test
  void anEditIsARevisionOfItsTime() throws IOException {
    MessageEvent exact =
        supergroup(entry(5, "\"text\":\"x\",\"edited_unixtime\":\"1762766200\"")).event("5");
    MessageEvent local =
        supergroup(entry(5, "\"text\":\"x\",\"edited\":\"2025-11-10T09:16:40\"")).event("5");

    assertThat(exact.revision()).isEqualTo(1762766200).isEqualTo(local.revision());
  }

  @Test
  void datesWithoutSecondsSince1970AreInTheGivenZone() throws IOException {
    Path file =
        Imports.write(
            folder,
            "result.json",
            chat(
                "1",
                "A",
                "private_group",
                "{\"id\":5,\"type\":\"message\",\"date\":\"2025-11-10T12:15:00\",\"text\":\"x\"}"));

    Imports imports = Imports.of(file, new ImportOptions(null, ZoneId.of("Europe/Moscow")));
    assertThat(imports.event("5").postedAt()).isEqualTo("2025-11-10T09:15:00Z");
  }

  @Test
  void sendersMayBeChannelsOrDeletedOrNamesOnly() throws IOException {
    Message channel = message("\"text\":\"x\",\"from\":\"News\",\"from_id\":\"channel9\"");
    Message deleted = message("\"text\":\"x\",\"from\":null,\"from_id\":\"user8\"");
    Message named = message("\"text\":\"x\",\"from\":\"Bob\",\"from_id\":null");
    Message nobody = message("\"text\":\"x\",\"from\":null,\"from_id\":null");

    assertThat(List.of(channel, deleted, named, nobody))
        .extracting(Message::senderId)
        .containsExactly("channel9", "user8", "name:Bob", "unknown");
    assertThat(deleted.author()).isEqualTo("user8");
  }

  @Test
  void missingIdsAreMadeOfThePlaceInTheChat() throws IOException {
    String chat =
        "{\"messages\":[{\"type\":\"message\",\"date_unixtime\":\"1\",\"text\":\"a\"},{\"type\":\"message\",\"date_unixtime\":\"2\",\"text\":\"b\"}]}";

    assertThat(importJson(chat).events())
        .extracting(MessageEvent::messageId)
        .containsExactly("p1", "p2");
  }

  @Test
  void reactionsCountByEmojiAndAltogether() throws IOException {
    Message message =
        message(
            "\"text\":\"x\",\"reactions\":[{\"type\":\"emoji\",\"emoji\":\"👍\",\"count\":2},{\"type\":\"custom_emoji\",\"count\":1},{\"type\":\"paid\",\"count\":3}]");

    assertThat(message.reactions()).containsOnly(Map.entry("👍", 2));
    assertThat(message.reactionCount()).isEqualTo(6);
  }

  @Test
  void pollsAndTaskListsAreReadable() throws IOException {
    assertThat(
            message(
                    "\"text\":\"\",\"poll\":{\"question\":\"Pizza?\",\"answers\":[{\"text\":\"yes\",\"voters\":7},{\"text\":\"no\",\"voters\":0}]}")
                .text())
        .isEqualTo("Pizza?\n- yes (7)\n- no (0)");
    assertThat(
            message(
                    "\"text\":\"\",\"todo_list\":{\"title\":\"Weekend\",\"answers\":[{\"text\":\"mop\",\"id\":1}]}")
                .text())
        .isEqualTo("Weekend\n- mop");
  }

  @ParameterizedTest
  @CsvSource({
    "sticker, image/webp, STICKER",
    "video_message, video/mp4, VIDEO",
    "animation, video/mp4, VIDEO",
    "voice_message, audio/ogg, AUDIO",
    "audio_file, audio/mpeg, AUDIO",
    "'', image/png, IMAGE",
    "'', application/pdf, DOCUMENT",
  })
  void attachmentsHaveAKind(String mediaType, String mimeType, MediaKind kind) throws IOException {
    String fields =
        "\"text\":\"look\",\"file\":\"files/f\",\"file_size\":9,\"media_type\":\"%s\",\"mime_type\":\"%s\",\"sticker_emoji\":\"🙂\""
            .formatted(mediaType, mimeType);

    MediaItem item = message(fields).media().get(0);
    assertThat(item.kind()).isEqualTo(kind);
    assertThat(item.mimeType()).isEqualTo(mimeType);
    assertThat(item.sizeBytes()).isEqualTo(9);
    assertThat(item.uri()).isEqualTo("files/f");
    assertThat(item.labels()).containsExactly("🙂");
  }

  @Test
  void photosVenuesAndContactsAreAttachments() throws IOException {
    Message message =
        message(
            "\"text\":\"x\",\"photo\":\"(File not included.)\",\"photo_file_size\":5,\"place_name\":\"Cafe\",\"address\":\"Main 1\",\"contact_information\":{\"first_name\":\"Bo\",\"last_name\":\"\",\"phone_number\":\"+1 555 0100\"}");

    assertThat(message.media())
        .extracting(item -> item.kind() + ":" + item.description() + ":" + item.uri())
        .containsExactly("IMAGE:null:null", "OTHER:Bo +1 555 0100:null", "OTHER:Cafe, Main 1:null");
  }

  @Test
  void aStickerAloneIsFilteredAndASongWithATitleIsNot() throws IOException {
    Imports sticker =
        supergroup(
            entry(
                5,
                "\"text\":\"\",\"file\":\"s\",\"media_type\":\"sticker\",\"sticker_emoji\":\"🙂\""));
    Imports song =
        supergroup(
            entry(
                5,
                "\"text\":\"\",\"file\":\"s\",\"media_type\":\"audio_file\",\"performer\":\"P\",\"title\":\"T\""));

    assertThat(sticker.event("5").filterReason()).isEqualTo(FilterReason.NO_TEXT);
    assertThat(song.event("5").message().readableText()).isEqualTo("P - T");
  }

  @Test
  void forumTopicsAreFoundThroughTheMessageThatOpenedThem() throws IOException {
    Imports imports =
        supergroup(
            "{\"id\":2,\"type\":\"service\",\"date_unixtime\":\"1\",\"action\":\"topic_created\",\"title\":\"T\",\"text\":\"\"},"
                + entry(3, "\"text\":\"in topic\",\"reply_to_message_id\":2")
                + ","
                + entry(4, "\"text\":\"answer\",\"reply_to_message_id\":3")
                + ","
                + entry(5, "\"text\":\"outside\",\"reply_to_message_id\":1"));

    assertThat(imports.events().subList(1, 4))
        .extracting(event -> event.message().topicId() + "<" + event.message().replyToMessageId())
        .containsExactly("2<null", "2<3", "null<1");
  }

  @Test
  void aForwardNamesItsOrigin() throws IOException {
    assertThat(message("\"text\":\"x\",\"forwarded_from\":\"News\"").forwardedFrom())
        .isEqualTo("News");
  }

  @Test
  void aCutExportGivesWhatItHoldsAndOneInvalidEntry() throws IOException {
    String whole =
        chat(
            "1",
            "A",
            "private_group",
            entry(1, "\"text\":\"a\"") + "," + entry(2, "\"text\":\"b\""));

    Imports imports = importJson(whole.substring(0, whole.length() - 12));
    assertThat(imports.events()).extracting(MessageEvent::messageId).containsExactly("1");
    assertThat(imports.invalid())
        .extracting(DeadLetter::errorCode)
        .containsExactly(ErrorCode.NOT_JSON);
    assertThat(imports.invalid().get(0).payloadSnippet()).contains("cut off at byte");
  }

  @Test
  void anEntryThatIsNoObjectIsInvalidAndTheRestIsRead() throws IOException {
    Imports imports = supergroup(entry(1, "\"text\":\"a\"") + ",7," + entry(2, "\"text\":\"b\""));

    assertThat(imports.events()).hasSize(2);
    assertThat(imports.invalid())
        .extracting(letter -> letter.source().offset())
        .containsExactly(2L);
  }

  @Test
  void anEmptyChatIsAnEmptyFileOfMessages() throws IOException {
    assertThat(supergroup("").records()).isEmpty();
  }

  private Message message(String fields) throws IOException {
    return supergroup(entry(5, fields)).event("5").message();
  }

  private Imports supergroup(String entries) throws IOException {
    return importJson(chat("1234567", "Makers", "private_supergroup", entries));
  }

  private Imports importJson(String content) throws IOException {
    return Imports.of(folder, "result.json", content);
  }

  private static String chat(String id, String name, String type, String entries) {
    return "{\"name\":\"%s\",\"type\":\"%s\",\"id\":%s,\"messages\":[%s]}"
        .formatted(name, type, id, entries);
  }

  private static String entry(int id, String fields) {
    String sender = fields.contains("from_id") ? "" : "\"from\":\"Anna\",\"from_id\":\"user1\",";
    return "{\"id\":%d,\"type\":\"message\",\"date\":\"2025-11-10T12:15:00\",\"date_unixtime\":\"1762766100\",%s%s}"
        .formatted(id, sender, fields);
  }
}
