package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The window of the digest begins on 9 November 2025 at 21:00 UTC, midnight in Moscow. */
class RelatedWordsTest {

  private final DigestRenderer renderer = new DigestRenderer(LinkPattern.telegramOnly());

  @Test
  void anEarlierTopicIsToldBelowItsTopicWithALinkInEveryForm() {
    Rendered forms = renderer.render(digest("ru", "2025-11-04T21:00:00Z", "204").build());

    assertThat(forms.html())
        .contains(
            "Его сорвало. <a href=\"https://t.me/c/1234567/301\">→</a>\n"
                + "<i>Обсуждали и 4 ноября</i> <a href=\"https://t.me/c/1234567/204\">→</a>");
    assertThat(forms.markdown()).contains("*Обсуждали и 4 ноября* [→](https://t.me/c/1234567/204)");
    assertThat(forms.text()).contains("\nОбсуждали и 4 ноября → https://t.me/c/1234567/204\n");
    StrictTelegramHtml.read(forms.html());
  }

  @ParameterizedTest
  @CsvSource({
    "en,2025-11-04T21:00:00Z,Also discussed on 4 Nov",
    "en,2025-11-04T21:00:01Z,Also discussed on 5 Nov",
    "en,2025-11-09T21:00:00Z,Also discussed on 9 Nov",
    "en,2024-12-31T21:00:00Z,Also discussed on 31 Dec 2024",
    "ru,2024-12-31T21:00:00Z,Обсуждали и 31 декабря 2024",
    "en,2025-11-09T21:00:01Z,Also discussed earlier that day",
    "ru,2025-11-10T04:00:00Z,Обсуждали и раньше в тот же день"
  })
  void theDayIsThatOfTheTenantsZoneAndBearsItsYearWhenItIsAnother(
      String language, String end, String words) {
    assertThat(renderer.render(digest(language, end, "204").build()).html())
        .contains("<i>" + words + "</i> <a ");
  }

  @Test
  void aQuietDayTellsItToo() {
    assertThat(
            renderer.render(digest("en", "2025-11-04T21:00:00Z", "7").counts(9, 2).build()).html())
        .contains(
            "</a>\n<i>Also discussed on 4 Nov</i> <a href=\"https://t.me/c/1234567/7\">→</a>");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"not-a-number", "\"><b>", "javascript:alert(1)"})
  void aMessageThatHasNoAddressIsNotLinkedAndNotNamed(String messageId) {
    assertThat(renderer.render(digest("en", "2025-11-04T21:00:00Z", messageId).build()).html())
        .contains("\n<i>Also discussed on 4 Nov</i>")
        .doesNotContain("<i>Also discussed on 4 Nov</i> ");
  }

  @Test
  void anIdThatALinkPatternTakesIsEscaped() {
    DigestRenderer irc =
        new DigestRenderer(
            new LinkPattern(Map.of("irc", "https://logs.example/{group}?a&m={message}")));
    String html =
        irc.render(
                digest("en", "2025-11-04T21:00:00Z", "\"><b>&")
                    .group(new GroupInfo("#garden", null, "irc"))
                    .build())
            .html();
    assertThat(html)
        .contains("<a href=\"https://logs.example/-1001234567?a&amp;m=%22%3E%3Cb%3E%26\">→</a>");
    StrictTelegramHtml.read(html);
  }

  @Test
  void aTopicWithoutAnEarlierOneSaysNothing() {
    assertThat(
            renderer
                .render(digest("en", "2025-11-04T21:00:00Z", "7").topic(other()).build())
                .html())
        .containsOnlyOnce("Also discussed");
    assertThat(renderer.render(new Digests().language("en").topic(other()).build()).html())
        .doesNotContain("Also discussed");
  }

  @Test
  void theBriefFormLeavesItOut() {
    Wording words =
        new Wording(
                digest("en", "2025-11-04T21:00:00Z", "7").build(),
                new MessageCatalog().of("en"),
                LinkPattern.telegramOnly())
            .briefly();
    assertThat(PlainText.of(new DigestComposer(words).published()))
        .contains("Broken pump")
        .doesNotContain("Also discussed");
  }

  @Test
  void thePageTellsItToo() {
    HtmlPage page = new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly());
    assertThat(page.digest(digest("en", "2024-11-04T21:00:00Z", "7").build()))
        .contains(
            "<p class=\"facts\"><i>Also discussed on 4 Nov 2024</i> "
                + "<a href=\"https://t.me/c/1234567/7\" rel=\"noreferrer\">→</a></p>");
  }

  private static Digests digest(String language, String earlierEnd, String messageId) {
    return new Digests()
        .language(language)
        .topic(Digests.topic("Broken pump", "high", "blocker", 7, "Его сорвало.", List.of("301")))
        .related(
            new RelatedTopic(
                "Broken pump", "d-0", "w-0", Instant.parse(earlierEnd), messageId, 0.8, "t1"));
  }

  private static org.groupdigest.job.model.Topics.Topic other() {
    return Digests.topic("Seeds", "low", "idea", 2, "Two bags.", List.of("302"));
  }
}
