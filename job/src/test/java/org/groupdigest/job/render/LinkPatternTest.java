package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.groupdigest.job.model.GroupInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkPatternTest {

  private static final GroupInfo PRIVATE = new GroupInfo("G", null, "telegram");
  private final LinkPattern links = LinkPattern.telegramOnly();

  @ParameterizedTest
  @CsvSource({
    "-1001234567, https://t.me/c/1234567/42",
    "1234567, https://t.me/c/1234567/42",
    "1001234567, https://t.me/c/1001234567/42"
  })
  void aPrivateTelegramGroupIsLinkedByItsInternalId(String groupId, String expected) {
    assertThat(links.link(PRIVATE, groupId, "42")).contains(expected);
  }

  @Test
  void aPublicTelegramGroupIsLinkedByItsName() {
    assertThat(links.link(new GroupInfo("G", "rust_ru", "telegram"), "-1001", "42"))
        .contains("https://t.me/rust_ru/42");
  }

  @Test
  void aNameThatIsNoTelegramNameIsNotTrusted() {
    assertThat(links.link(new GroupInfo("G", "../evil?x", "telegram"), "-1001234567", "42"))
        .contains("https://t.me/c/1234567/42");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-42", "#chat", "", "0", "12/34"})
  void aGroupWithoutAnAddressHasNoLinks(String groupId) {
    assertThat(links.link(PRIVATE, groupId, "42")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"m42", "", "0", "42/../1", "-5"})
  void aMessageIdThatIsNoTelegramIdHasNoLink(String messageId) {
    assertThat(links.link(PRIVATE, "-1001234567", messageId)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-1001234567890, , https://t.me/c/1234567890/42",
    "g1, harbour_club, https://t.me/harbour_club/42"
  })
  void aRecordWithoutASourceIsLinkedWhereItsGroupIsCalledAsOnlyTelegramDoes(
      String groupId, String name, String expected) {
    assertThat(links.link(new GroupInfo(null, name, "file"), groupId, "42")).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "file, 1234567890, ",
    "file, -42, ",
    "file, g1, ",
    "slack, -1001234567890, ",
    "discord, -1001234567890, harbour_club",
    "telegram_chat, -1001234567890, harbour_club"
  })
  void anotherSourceOrAnIdThatAnybodyCouldHaveIsNotLinked(
      String source, String groupId, String name) {
    assertThat(links.link(new GroupInfo(null, name, source), groupId, "42")).isEmpty();
  }

  @Test
  void aNumberThatNoMessageOfTelegramCanHaveIsNotLinked() {
    assertThat(links.link(PRIVATE, "-1001234567", "1456000000000000000")).isEmpty();
  }

  @Test
  void aPermalinkOfSlackIsMadeOfTheDigitsOfTheId() {
    LinkPattern slack =
        new LinkPattern(Map.of("slack", "https://acme.example/archives/{group}/p{message_digits}"));
    assertThat(slack.link(new GroupInfo(null, null, "slack"), "C024BE91L", "1767263404.000100"))
        .contains("https://acme.example/archives/C024BE91L/p1767263404000100");
  }

  @Test
  void otherSourcesFollowTheirTemplateWithEncodedIds() {
    LinkPattern irc = new LinkPattern(Map.of("irc", "https://logs.example/{group}#m{message}"));
    GroupInfo group = new GroupInfo(null, null, "irc");
    assertThat(irc.link(group, "#чат", "a b&\"<"))
        .contains("https://logs.example/%23%D1%87%D0%B0%D1%82#ma%20b%26%22%3C");
    assertThat(irc.link(new GroupInfo(null, null, "matrix"), "g", "1")).isEmpty();
    assertThat(irc.link(group, "g", "ж".repeat(128))).as("endless").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:{message}", "https://x.example/", "{message}", "//x/{message}"})
  void aTemplateThatIsNoWebAddressWithAMessageIsRefused(String template) {
    assertThatThrownBy(() -> new LinkPattern(Map.of("irc", template)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("irc");
  }
}
