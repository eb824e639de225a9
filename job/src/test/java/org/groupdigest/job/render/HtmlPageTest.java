package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  private final HtmlPage page = new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly());
  private final DigestRecord busy = SampleDigests.busyRussianDay();

  @Test
  void textIsEscapedOnceAndShownAsItWasTyped() {
    Claim typed = new Claim("Tom's page shows &lt;b&gt; & &#39; <b> bold", List.of("1"));
    Synthesis synthesis =
        new Synthesis(typed, List.of(), List.of(), List.of(), List.of(), List.of());
    String html = page.alone(new Digests().synthesis(synthesis).build());
    assertThat(html)
        .contains("Tom's page shows &amp;lt;b&amp;gt; &amp; &amp;#39; &lt;b&gt; bold")
        .doesNotContain("&amp;amp;");
  }

  @Test
  void aPageAsksNothingOfTheNetwork() {
    for (String html : List.of(page.digest(busy), page.index("ru", List.of(busy)))) {
      assertThat(html)
          .contains("default-src 'none'", "prefers-color-scheme: dark", "width=device-width")
          .doesNotContain("<script", "<link", "<img", "src=", "@import", "url(");
    }
  }

  @Test
  void aDigestPageShowsContentPeopleMoodScoresComparisonAndStages() {
    String html = page.digest(busy);
    assertThat(html)
        .contains("<html lang=\"ru\">", "пн 10 ноября 2025, 24 ч", "Двойные заказы у курьеров")
        .contains("href=\"https://t.me/c/1234567/301\"", "чт 13.11", "<code>retry_worker</code>")
        .contains("Подняла тревогу", "верность источникам", "продолжается 3-й день")
        .contains("synthesis_agent", "Тон напряжённый, но рабочий.");
  }

  @Test
  void aBlockedDigestSaysWhyAboveItsContent() {
    String html =
        page.digest(
            new Digests()
                .synthesis(busy.synthesis())
                .status(DigestStatus.BLOCKED_QUALITY, "0.610 < 0.700")
                .build());
    assertThat(html).contains("(0.610 &lt; 0.700)", "запуск новых тарифов");
  }

  @Test
  void aWindowWithoutADigestHasAPageToo() {
    String html =
        page.digest(
            new Digests().synthesis(null).status(DigestStatus.SKIPPED_EMPTY_WINDOW, "").build());
    assertThat(html).contains("Сообщений не было.");
  }

  @Test
  void theIndexLinksEveryPageByItsFileName() {
    DigestRecord quiet = SampleDigests.quietEnglishDay();
    String html = page.index("en", List.of(busy, quiet));
    assertThat(html)
        .contains("href=\"" + HtmlPage.fileName(busy) + "\"")
        .contains("href=\"" + HtmlPage.fileName(quiet) + "\"")
        .contains("2 digests", "запуск новых тарифов", "A quiet day");
  }

  @Test
  void fileNamesAreSafeAndTellWindowsApart() {
    assertThat(HtmlPage.fileName(busy)).isEqualTo("2025-11-10-0000-24h-1001234567-w-1.html");
    assertThat(HtmlPage.fileName(SampleDigests.quietEnglishDay())).matches("[a-z0-9-]+\\.html");
  }
}
