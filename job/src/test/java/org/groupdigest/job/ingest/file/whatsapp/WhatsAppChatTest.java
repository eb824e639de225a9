package org.groupdigest.job.ingest.file.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.Imports;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.DateOrder;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatsAppChatTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[12.11.25, 10:00:05] Anna: hi | 2025-11-12T10:00:05Z",
        "12.11.25, 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12/11/2025, 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12/11/2025 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12-11-2025 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12 11 2025, 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12. 11. 2025 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "2025-11-12 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "2025. 11. 12. 오후 3:04 - Anna: hi | 2025-11-12T15:04:00Z",
        "2025/11/12 下午3:04 - Anna: hi | 2025-11-12T15:04:00Z",
        "12.11.2025, 10.00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12/11/2025 à 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12.11.2025 klo 10.00 - Anna: hi | 2025-11-12T10:00:00Z",
        "12.11.2025 г., 10:00 - Anna: hi | 2025-11-12T10:00:00Z",
        "11/12/25, 3:04 PM - Anna: hi | 2025-11-12T15:04:00Z",
        "11/12/25, 3:04\u202FPM - Anna: hi | 2025-11-12T15:04:00Z",
        "[11/12/25, 12:04:09\u202FAM] Anna: hi | 2025-11-12T00:04:09Z",
        "12/11/2025, 3:04 p. m. - Anna: hi | 2025-11-12T15:04:00Z",
        "12/11/2025, 3:04 p.\u00A0m. - Anna: hi | 2025-11-12T15:04:00Z",
        "12/11/2025, 12:04 a.m. - Anna: hi | 2025-11-12T00:04:00Z",
        "12.11.25, 3:04 ПП - Anna: hi | 2025-11-12T15:04:00Z",
        "12/11/2025, 3:04 μ.μ. - Anna: hi | 2025-11-12T15:04:00Z",
        "\u200E[12.11.25, 10:00:05] Anna: hi | 2025-11-12T10:00:05Z",
        "\u200F١٢\u200F/١١\u200F/٢٠٢٥، ١٠:٠٠ - Anna: hi | 2025-11-12T10:00:00Z",
      })
  void timeInAnyFormIsRead(String line, String time) throws IOException {
    Imports chat = chat(line);

    assertThat(chat.events()).singleElement().satisfies(e -> assertThat(e.message()).isNotNull());
    Message message = chat.events().get(0).message();
    assertThat(message.postedAt()).isEqualTo(Instant.parse(time));
    assertThat(message.senderName()).isEqualTo("Anna");
    assertThat(message.text()).isEqualTo("hi");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "05/11/2025, 10:00 - A: x;13/11/2025, 10:00 - A: y | dates are read as day, month, year",
        "11/05/2025, 10:00 - A: x;11/13/2025, 10:00 - A: y | dates are read as month, day, year",
        "05/11/2025, 10:00 - A: x;01/12/2025, 10:00 - A: y | dates are read as day, month, year",
        "03/05/2025, 10:00 - A: x;04/01/2025, 10:00 - A: y | dates are read as month, day, year",
        "25/11/05, 10:00 - A: x;25/12/01, 10:00 - A: y | dates are read as year, month, day",
        "2025/11/05, 10:00 - A: x | dates are read as year, month, day",
      })
  void orderOfDatesIsInferredFromTheWholeFile(String lines, String remark) throws IOException {
    assertThat(remarks(lines.replace(';', '\n'), null)).containsExactly(remark);
  }

  @Test
  void ambiguousOrderIsSaidToBeAGuessAndCanBeForced() throws IOException {
    String line = "05/11/2025, 10:00 - A: x";

    assertThat(remarks(line, null))
        .singleElement()
        .asString()
        .startsWith("dates are read as day, month, year: a guess")
        .contains("--date-order");
    assertThat(remarks("5/11/25, 3:04 PM - A: x", null).get(0))
        .startsWith("dates are read as month, day, year: a guess");
    assertThat(remarks(line, DateOrder.MDY)).containsExactly("dates are read as month, day, year");
  }

  @Test
  void oneImpossibleDateDoesNotTurnTheOrderOfAllOthers() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int day = 10; day < 28; day++) {
      text.append(day).append(".11.2025, 10:00 - Anna: day ").append(day).append('\n');
    }
    text.append("11.28.2025, 10:00 - Anna: broken\n29.11.2025, 10:00 - Anna: last");
    Imports chat = chat(text.toString());

    assertThat(texts(chat)).hasSize(19).contains("day 27", "last").doesNotContain("broken");
    assertThat(chat.invalid()).hasSize(1);
  }

  @Test
  void linesWithoutTimeBelongToTheMessageBefore() throws IOException {
    Imports chat =
        chat(
            """
            12.11.25, 10:00 - Anna: Plan:
            Note: bring cups

            5 chairs
            12.11.25, 10:01 - Boris: ok
            """);

    assertThat(texts(chat)).containsExactly("Plan:\nNote: bring cups\n\n5 chairs", "ok");
  }

  @Test
  void pastedLineOfAnotherPhoneStaysInItsMessage() throws IOException {
    Imports chat =
        chat(
            """
            [12.11.25, 10:00:05] Anna: look
            12/11/2025, 09:00 - Vera: I never said that
            [12.11.25, 10:01:05] Boris: hm
            """);

    assertThat(texts(chat))
        .containsExactly("look\n12/11/2025, 09:00 - Vera: I never said that", "hm");
  }

  @Test
  void damagedTimeCostsItsMessageAndPutsNoWordsIntoAnothersMouth() throws IOException {
    Imports chat =
        chat(
            """
            12.11.25, 10:00 - Anna: one
            12.11.25, 1Q:00 - Boris: two
            12.11.25; 10:00 * Vera: three
            12.11.25, 10:03 - Anna: four
            """);

    assertThat(texts(chat)).containsExactly("one", "four");
    assertThat(chat.invalid()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.11.2 - Boris: two",
        "12.11.25, kQz - Boris: two",
        "12.11.25, 10:is: two",
        "12.1oris: two",
        "1#, 10:02 - Boris: two",
        ", 10:02 - Boris: two",
        ":02 - Boris: two",
        " - Boris: two",
        "12.11.25, 10:0someone: two",
        "\u0001\uFFFD.25, 10:02 - Nobody: two"
      })
  void remainsOfAStartAreAnInvalidMessageOfTheirOwn(String line) throws IOException {
    Imports chat =
        chat(
            "12.11.25, 10:00 - Anna: one\n12.11.25, 10:01 - Boris: x\n12.11.25, 10:02 - Anna: y\n"
                + line
                + "\n12.11.25, 10:03 - Boris: z\n");

    assertThat(texts(chat)).containsExactly("one", "x", "y", "z");
    assertThat(chat.invalid()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10:30 - meet Boris: bring keys",
        "12.11: meet at ten",
        "12.11.25: boats out",
        "12.11.25, суббота - встреча",
        "1. Boris: paint",
        "10. Boris: paint",
        "- Boris: paint",
        "Boris: paint",
        "9:00-10:30 rowing: bring shoes",
        "Lunch, 10:30 - Nobody: keys",
        "https://x.example/12.11.25"
      })
  void furtherLineWithNumbersAndNamesStaysInItsMessage(String line) throws IOException {
    Imports chat =
        chat("12.11.25, 10:00 - Boris: x\n12.11.25, 10:01 - Anna: y\n" + line + "\nend\n");

    assertThat(texts(chat)).containsExactly("x", "y\n" + line + "\nend");
    assertThat(chat.invalid()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {".11.25, 10:02 - ", "25, 10:02 - ", "0:02 - ", "02 - "})
  void wordsBehindALostLineFeedAreNoPartOfTheMessageBefore(String remains) throws IOException {
    Imports chat =
        chat(
            "12.11.25, 10:00 - Boris: x\n12.11.25, 10:01 - Anna: the boat"
                + remains
                + "Boris: two\n12.11.25, 10:03 - Anna: z\n");

    assertThat(texts(chat)).containsExactly("x", "the boat", "z");
    assertThat(chat.invalid()).hasSize(1);
  }

  @Test
  void lostLineFeedDoesNotHideTheNextMessage() throws IOException {
    Imports chat =
        chat(
            "12.11.25, 10:00 - Anna: oneJ12.11.25, 10:01 - Boris: two\n12.11.25, 10:02 - Boris: x");

    assertThat(texts(chat)).containsExactly("oneJ", "two", "x");
    assertThat(chat.events().get(1).message().senderName()).isEqualTo("Boris");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.11.25, 10:00 - Messages and calls are end-to-end encrypted. Only people in this chat",
        "12.11.25, 10:00 - Anna created group \"Book club\"",
        "12.11.25, 10:00 - Anna changed the subject from \"A: b\" to \"C: d\"",
        "12.11.25, 10:00 - Анна сменила тему с \"План: А\" на \"Б\"",
        "12.11.25, 10:00 - +7 916 000-00-00 вступил(-а) по ссылке",
        "[12.11.25, 10:00:05] Book club: \u200EMessages and calls are end-to-end encrypted.",
        "[12.11.25, 10:00:05] Книги: \u200EСообщения и звонки защищены сквозным шифрованием.",
        "[12.11.25, 10:00:05] Anna: \u200EAnna added Boris",
        "[12.11.25, 10:00:05] Anna: \u200EAnna hat den Betreff geändert",
        "[12.11.25, 10:00:05] Ana: \u200EAna añadió a Luis",
        "[12.11.25, 10:00:05] Anne: \u200EAnne a ajouté Luc",
        "[12.11.25, 10:00:05] Anna: \u200EAnna ha aggiunto Luca",
        "[12.11.25, 10:00:05] Ana: \u200EAna adicionou Rui",
      })
  void linesOfTheMessengerAreServiceMessages(String line) throws IOException {
    String sender =
        line.startsWith("[") ? "[12.11.25, 10:00:09] Eve: hi" : "12.11.25, 10:01 - Eve: hi";
    Imports chat = chat(line + "\n" + sender);

    assertThat(chat.invalid()).isEmpty();
    assertThat(chat.events()).hasSize(2);
    assertThat(chat.events().get(0).filterReason()).isEqualTo(FilterReason.SERVICE);
    assertThat(texts(chat)).containsExactly("hi");
  }

  @Test
  void peopleWhoSpeakOfAddingAndLeavingAreNoServiceMessages() throws IOException {
    Imports chat =
        chat(
            """
            [12.11.25, 10:00:05] Anna: I have added the numbers and left the office
            [12.11.25, 10:01:05] Boris: Messages: all changed
            """);

    assertThat(texts(chat))
        .containsExactly("I have added the numbers and left the office", "Messages: all changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Media omitted> | OTHER",
        "<Без медиафайлов> | OTHER",
        "<Medien ausgeschlossen> | OTHER",
        "<Multimedia omitido> | OTHER",
        "<Médias omis> | OTHER",
        "<Media omessi> | OTHER",
        "<Mídia oculta> | OTHER",
        "\u200Eimage omitted | IMAGE",
        "\u200Eизображение отсутствует | IMAGE",
        "\u200EBild weggelassen | IMAGE",
        "\u200Evidéo absente | VIDEO",
        "\u200Eaudio omitido | AUDIO",
        "\u200Esticker non incluso | STICKER",
        "\u200Edocumento ocultado | DOCUMENT",
        "\u200Ereport.pdf \u2022 \u200E3 pages \u200Edocument omitted | DOCUMENT",
        "\u200E<attached: 00000012-PHOTO-2025-11-12-10-00-05.jpg> | IMAGE",
        "\u200E<прикреплено: 00000012-AUDIO-2025.opus> | AUDIO",
        "\u200E<pièce jointe : 00000012-VIDEO.mp4> | VIDEO",
        "IMG-20251112-WA0001.jpg (file attached) | IMAGE",
        "IMG-20251112-WA0001.jpg (файл добавлен) | IMAGE",
        "IMG-20251112-WA0001.jpg (some words unknown) | IMAGE",
        "PTT-20251112-WA0003.opus (Datei angehängt) | AUDIO",
        "plan.pdf (archivo adjunto) | DOCUMENT",
        "Vera.vcf (file attached) | OTHER",
        "location: https://maps.google.com/?q=1.0,2.0 | OTHER",
      })
  void mediaAreItemsAndNoText(String body, String kind) throws IOException {
    WhatsAppText text = WhatsAppText.of(body);
    Imports chat = chat("[12.11.25, 10:00:05] Anna: " + body);

    assertThat(text.text()).isEmpty();
    assertThat(payload(chat)).contains("\"kind\":\"" + MediaKind.valueOf(kind).wireName() + "\"");
    assertThat(payload(chat)).doesNotContain("maps.google");
  }

  @Test
  void captionsBeforeAndBehindAFileAreKept() throws IOException {
    Imports chat =
        chat(
            """
            [12.11.25, 10:00:05] Anna: The new shelf \u200E<attached: 0001-PHOTO.jpg>
            [12.11.25, 10:01:05] Anna: IMG-20251112-WA0001.jpg (file attached)
            Before and after
            """);

    assertThat(texts(chat)).containsExactly("The new shelf", "Before and after");
    assertThat(chat.events()).allSatisfy(e -> assertThat(e.message().media()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This message was edited",
        "Сообщение изменено",
        "Diese Nachricht wurde bearbeitet.",
        "Se editó este mensaje.",
        "Ce message a été modifié",
        "Questo messaggio è stato modificato",
        "Mensagem editada"
      })
  void editedMarkIsTakenOffAndCounts(String mark) throws IOException {
    Imports chat = chat("12.11.25, 10:00 - Anna: See you at 7 \u200E<" + mark + ">");

    assertThat(texts(chat)).containsExactly("See you at 7");
    assertThat(chat.events().get(0).revision()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This message was deleted",
        "\u200EYou deleted this message.",
        "Данное сообщение удалено",
        "Вы удалили данное сообщение.",
        "Diese Nachricht wurde gelöscht.",
        "Se eliminó este mensaje.",
        "Ce message a été supprimé",
        "Questo messaggio è stato eliminato",
        "Mensagem apagada"
      })
  void deletedMarkIsADeletion(String mark) throws IOException {
    Imports chat = chat("12.11.25, 10:00 - Anna: " + mark + "\n12.11.25, 10:00 - Anna: hi");

    assertThat(chat.events().get(0).op()).isEqualTo(MessageOp.DELETE);
    assertThat(texts(chat)).containsExactly("hi");
  }

  @Test
  void pollIsAQuestionWithCountedAnswers() throws IOException {
    Imports chat =
        chat(
            """
            [12.11.25, 10:00:05] Anna: \u200EОПРОС:
            Когда встречаемся?
            \u200EВАРИАНТ: Пятница (3 голоса)
            \u200EВАРИАНТ: Суббота (0 голосов)
            """);

    assertThat(texts(chat)).containsExactly("Когда встречаемся?\n- Пятница (3)\n- Суббота (0)");
  }

  @Test
  void numberIsOnePersonHoweverWrittenAndATildeIsNoContact() throws IOException {
    Imports chat =
        chat(
            """
            12.11.25, 10:00 - +7 916 000-00-11: a
            12.11.25, 10:01 - \u202A+7\u00A0916\u00A0000-00-11\u202C: b
            12.11.25, 10:02 - ~\u00A0Anna: c
            12.11.25, 10:03 - ~Anna: d
            12.11.25, 10:04 - Anna: e
            """);

    List<String> ids = chat.events().stream().map(e -> e.message().senderId()).toList();
    assertThat(ids)
        .containsExactly(ids.get(0), ids.get(0), "name:~Anna", "name:~Anna", "name:Anna");
    assertThat(ids.get(0)).contains("79160000011");
    assertThat(chat.events().get(2).message().senderName()).isEqualTo("Anna");
  }

  @Test
  void idsAreUniqueAndStayInALongerExport() throws IOException {
    String older = "11.11.25, 09:00 - Eve: earlier\n";
    String lines =
        "12.11.25, 10:00 - Anna: +1\n12.11.25, 10:00 - Anna: +1\n12.11.25, 10:00 - Boris: +1\n";
    List<String> shorter = ids(chat(lines));
    List<String> longer = ids(chat(older + lines + "13.11.25, 10:00 - Eve: later\n"));

    assertThat(shorter).hasSize(3).doesNotHaveDuplicates();
    assertThat(longer).hasSize(5).doesNotHaveDuplicates().containsAll(shorter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WhatsApp Chat with Book club.txt | Book club",
        "WhatsApp Chat - Book club.txt | Book club",
        "WhatsApp Chat with Book club (1).txt | Book club",
        "Чат WhatsApp с Книжный клуб.txt | Книжный клуб",
        "WhatsApp-Chat mit Lesekreis.txt | Lesekreis",
        "Chat de WhatsApp con Lectores.txt | Lectores",
        "Discussion WhatsApp avec Lecteurs.txt | Lecteurs",
        "Conversa do WhatsApp com Leitores.txt | Leitores",
        "old.txt | ",
      })
  void titleIsTakenFromTheFilesName(String name, String title) throws IOException {
    Imports chat = Imports.of(folder, name, "12.11.25, 10:00 - Anna: hi");

    MessageEvent event = chat.events().get(0);
    assertThat(event.group().title()).isEqualTo(title);
    assertThat(event.group().source()).isEqualTo("whatsapp");
    assertThat(event.groupId()).isEqualTo(title == null ? "old" : title);
  }

  @Test
  void timesAreInTheGivenZone() throws IOException {
    Path file = Imports.write(folder, "chat.txt", "12.11.25, 10:00 - Anna: hi");
    Imports chat = Imports.of(file, new ImportOptions(null, ZoneId.of("Europe/Moscow")));

    assertThat(chat.events().get(0).postedAt()).isEqualTo(Instant.parse("2025-11-12T07:00:00Z"));
  }

  @Test
  void cutOffInATimeOrACharacterIsSaid() throws IOException {
    String whole = "12.11.25, 10:00 - Анна: привет\n12.11.25, 10:01 - Анна: да";
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);

    assertThat(cutOff("a.txt", bytes)).isNull();
    assertThat(cutOff("b.txt", Arrays.copyOf(bytes, bytes.length - 1))).contains("in line 2");
    assertThat(cutOff("c.txt", (whole + "\n12.11.2").getBytes(StandardCharsets.UTF_8)))
        .contains("in line 3");
  }

  private String cutOff(String name, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve(name), bytes);
    try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
      while (records.hasNext()) {
        assertThat(records.next()).isNotNull();
      }
      return records.cutOff().orElse(null);
    }
  }

  private Imports chat(String text) throws IOException {
    return Imports.of(folder, "chat.txt", text);
  }

  private List<String> remarks(String text, DateOrder order) throws IOException {
    Path file = Imports.write(folder, "remarks.txt", text);
    ImportOptions options = new ImportOptions(null, ZoneOffset.UTC, null, order);
    try (FileRecords records = MessageFiles.open(file, options)) {
      return records.remarks();
    }
  }

  private static String payload(Imports chat) {
    return new String(chat.records().get(0).value(), StandardCharsets.UTF_8);
  }

  private static List<String> texts(Imports chat) {
    return chat.events().stream()
        .filter(event -> event.message() != null)
        .map(event -> event.message().text())
        .toList();
  }

  private static List<String> ids(Imports chat) {
    return chat.events().stream().map(MessageEvent::messageId).toList();
  }
}
