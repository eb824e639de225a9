package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample chat has something of everything that the product must cope with. */
class SampleChatTest {

  private static final String RUSSIAN = "1000000421";
  private static final String ENGLISH = "1000000733";

  private static List<MessageEvent> events;
  private static List<Message> messages;

  @BeforeAll
  static void read() throws IOException, URISyntaxException {
    Path file = Path.of(SampleChatTest.class.getResource("/demo/chat.jsonl").toURI());
    Imports imports = Imports.of(file, ImportOptions.defaults());
    assertThat(imports.invalid()).isEmpty();
    events = imports.events();
    messages =
        events.stream().map(MessageEvent::message).filter(message -> message != null).toList();
  }

  @Test
  void sixHundredMessagesInTwoGroupsOfOneTenant() {
    assertThat(ids()).hasSizeGreaterThanOrEqualTo(600);
    assertThat(events).extracting(MessageEvent::tenantId).containsOnly("acme");
    assertThat(events).extracting(MessageEvent::groupId).containsOnly(RUSSIAN, ENGLISH);
  }

  @Test
  void threeDaysEachBusyInBothGroups() {
    Map<String, Long> byDay =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event ->
                        event.groupId() + LocalDate.ofInstant(event.postedAt(), ZoneOffset.UTC),
                    Collectors.counting()));

    assertThat(byDay).hasSize(6);
    assertThat(byDay.values()).allMatch(count -> count >= 50);
  }

  @Test
  void burstsAndQuietHours() {
    Map<Long, Long> byHour =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event -> event.postedAt().getEpochSecond() / 3600, Collectors.counting()));

    assertThat(byHour.values()).anyMatch(count -> count >= 20);
    assertThat(byHour.size()).as("hours with any message, of 72").isLessThan(60);
  }

  @Test
  void repliesForumTopicReactionsBotsAndForwards() {
    assertThat(count(message -> message.replyToMessageId() != null)).isGreaterThan(150);
    assertThat(count(message -> message.topicId() != null)).isGreaterThan(20);
    assertThat(count(message -> message.reactionCount() > 0)).isGreaterThan(80);
    assertThat(count(Message::bot)).isGreaterThan(15);
    assertThat(count(message -> message.forwardedFrom() != null)).isPositive();
  }

  @Test
  void everyReplyAnswersAnEarlierMessageOfItsGroup() {
    Map<String, MessageEvent> byId = new HashMap<>();
    events.forEach(event -> byId.putIfAbsent(event.groupId() + event.messageId(), event));
    for (MessageEvent event : events) {
      if (event.message() != null && event.message().replyToMessageId() != null) {
        MessageEvent answered = byId.get(event.groupId() + event.message().replyToMessageId());
        assertThat(answered).isNotNull();
        assertThat(answered.postedAt()).isBefore(event.postedAt());
      }
    }
  }

  @Test
  void editsDeletionsAndRedeliveries() {
    assertThat(events.stream().filter(event -> event.op() == MessageOp.DELETE).count())
        .isGreaterThanOrEqualTo(3);
    assertThat(events.stream().filter(event -> event.revision() > 0).count())
        .isGreaterThanOrEqualTo(5);
    long repeated =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event ->
                        List.of(event.groupId(), event.messageId(), event.revision(), event.op()),
                    Collectors.counting()))
            .values()
            .stream()
            .filter(count -> count > 1)
            .count();
    assertThat(repeated).isGreaterThanOrEqualTo(5);
  }

  @Test
  void votesAndRepeatedTexts() {
    assertThat(count(message -> message.text().startsWith("+1"))).isGreaterThan(15);
    assertThat(count(message -> message.text().contains("502"))).isGreaterThanOrEqualTo(4);
    assertThat(count(message -> message.text().startsWith("Напоминаю: завтра"))).isEqualTo(2);
  }

  @Test
  void mediaWithAndWithoutTextAndServiceMessages() {
    List<MediaItem> media =
        messages.stream().map(Message::media).flatMap(Collection::stream).toList();

    assertThat(media).anyMatch(item -> item.description() != null);
    assertThat(media).anyMatch(item -> item.ocrText() != null);
    assertThat(media).anyMatch(item -> item.transcript() != null);
    assertThat(filtered(FilterReason.NO_TEXT)).isGreaterThanOrEqualTo(2);
    assertThat(filtered(FilterReason.SERVICE)).isGreaterThanOrEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\+7 999 000-00-\\d\\d",
        "\\+44 7700 900\\d{3}",
        "\\S+@\\S+\\.example",
        "2200 0000 0000 0053",
        "5555 5555 5555 4444",
        "DE89 3704 0044 0532 0130 00",
        "203\\.0\\.113\\.57",
        "2001:db8:5::1f",
        "112-233-445 95",
        "500100732259",
        "4509 123456",
        "AKIA[A-Z0-9]{16}",
        "://report:[^@]+@"
      })
  void personalDataOfEveryKindAllInvented(String pattern) {
    assertThat(messages.stream().map(Message::text))
        .anyMatch(text -> text.matches("(?s).*" + pattern + ".*"));
  }

  @Test
  void hostileTextsInBothLanguages() {
    assertThat(messages.stream().map(Message::text))
        .anyMatch(
            text -> text.contains("Ignore all previous instructions") && text.contains("<script>"))
        .anyMatch(text -> text.contains("забудь все прошлые инструкции") && text.contains("```"));
  }

  @Test
  void oneTopicGoesOnOverAllThreeDays() {
    for (String word : List.of("возврат", "grant")) {
      List<LocalDate> days =
          messages.stream()
              .filter(message -> message.text().contains(word))
              .map(message -> LocalDate.ofInstant(message.postedAt(), ZoneOffset.UTC))
              .distinct()
              .toList();
      assertThat(days).as(word).hasSize(3);
    }
  }

  private static Collection<String> ids() {
    return events.stream()
        .map(event -> event.groupId() + "/" + event.messageId())
        .collect(Collectors.toSet());
  }

  private static long count(Predicate<Message> predicate) {
    return messages.stream().filter(predicate).count();
  }

  private static long filtered(String reason) {
    return events.stream().filter(event -> reason.equals(event.filterReason())).count();
  }
}
