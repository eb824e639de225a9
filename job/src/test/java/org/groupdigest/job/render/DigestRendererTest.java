package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestRendererTest {

  private final DigestRenderer renderer =
      new DigestRenderer(new LinkPattern(Map.of("irc", "https://logs.example/{group}#m{message}")));

  @Test
  void aBusyRussianDayReadsLikeThis() {
    assertThat(renderer.render(SampleDigests.busyRussianDay()).html())
        .isEqualTo(
            """
            📊 <b>Доставка · бэкенд</b> · пн 10 ноября, 24 ч · 142 сообщения, 11 человек
            <b>Главное:</b> запуск новых тарифов сдвигается на пятницу: курьерам приходят двойные заказы. <a href="https://t.me/c/1234567/310">→</a> <a href="https://t.me/c/1234567/322">→</a>

            🔴 <b>Двойные заказы у курьеров</b> · 41 сообщение · @vera, @timur · блокер
            Один заказ уходит двум курьерам, если подтверждение идёт дольше 3 секунд. <a href="https://t.me/c/1234567/301">→</a> Повтор ставит <code>retry_worker</code>, он не видит блокировку. <a href="https://t.me/c/1234567/307">→</a>
            <b>Решили:</b> выключить повторы до исправления. <a href="https://t.me/c/1234567/315">→</a>

            🟡 <b>Переезд логов в новое хранилище</b> · 17 сообщений · @lena · в работе
            Половина сервисов уже пишет в новое хранилище. <a href="https://t.me/c/1234567/340">→</a>

            <b>Сделать</b>
            ▫️ @timur — добавить блокировку в очередь — чт 13.11 <a href="https://t.me/c/1234567/318">→</a>
            ▫️ @lena — перенести оставшиеся сервисы <a href="https://t.me/c/1234567/344">→</a>

            <b>Открытый вопрос:</b> кто предупредит курьеров? <a href="https://t.me/c/1234567/330">→</a>

            <b>Участники:</b> @vera — инициатор <a href="https://t.me/c/1234567/301">→</a>, @timur — эксперт <a href="https://t.me/c/1234567/307">→</a>

            <b>С прошлого дайджеста:</b> 1 новая тема, «Двойные заказы у курьеров» продолжается 3-й день
            <i>Тон напряжённый, но рабочий. Ссылок проверено: 9 из 9. Модель: GigaChat-2-Pro.</i>""");
  }

  @Test
  void aQuietEnglishDayReadsLikeThis() {
    assertThat(renderer.render(SampleDigests.quietEnglishDay()).html())
        .isEqualTo(
            """
            📊 <b>#gardening</b> · Tue 14 Aug, 24 h · 9 messages, 3 people
            A quiet day: one question, answered. <a href="https://logs.example/%23gardening#m71">→</a>
            ▫️ <b>Tomatoes that split</b> — water them every morning, as <code>growing-guide.example/tomato</code> says <a href="https://logs.example/%23gardening#m71">→</a>

            <i>Made without a language model (extractive-1).</i>""");
  }

  @Test
  void aDecisionThatIsTheHeadlineIsSaidOnce() {
    Topic topic =
        new Topic(
            "t1",
            "Boat",
            "low",
            List.of("1", "2"),
            List.of(),
            "ann: The boat leaks",
            List.of("1"),
            "bob: We sell the old boat in May",
            List.of("2"),
            "done",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            2);
    Claim headline = new Claim("bob: We sell the old boat in May", List.of("2"));
    DigestRecord digest =
        new Digests()
            .language("en")
            .topic(topic)
            .synthesis(
                new Synthesis(
                    headline, List.of(), List.of(headline), List.of(), List.of(), List.of()))
            .build();
    Rendered forms = renderer.render(digest);
    for (String form : List.of(forms.html(), forms.markdown(), forms.text())) {
      assertThat(form).containsOnlyOnce("We sell the old boat");
    }
    assertThat(new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly()).alone(digest))
        .containsOnlyOnce("We sell the old boat");
  }

  @Test
  void everyFormTellsTheSame() {
    Rendered forms = renderer.render(SampleDigests.busyRussianDay());
    assertThat(forms.htmlParts()).containsExactly(forms.html());
    assertThat(forms.markdown())
        .startsWith("## 📊 **Доставка · бэкенд** · пн 10 ноября, 24 ч")
        .contains("### 🔴 **Двойные заказы у курьеров** · 41 сообщение")
        .contains("`retry_worker`")
        .contains(
            "- @timur — добавить блокировку в очередь — чт 13.11 [→](https://t.me/c/1234567/318)")
        .endsWith(
            "*Тон напряжённый, но рабочий. Ссылок проверено: 9 из 9. Модель: GigaChat-2-Pro.*\n");
    assertThat(forms.text())
        .contains("- @lena — перенести оставшиеся сервисы → https://t.me/c/1234567/344\n")
        .doesNotContain("<", "**");
  }

  @Test
  void emptySectionsAreLeftOutAndNothingIsInvented() {
    String html = renderer.render(new Digests().checks(0, 0).model("none").build()).html();
    assertThat(html)
        .isEqualTo(
            "📊 <b>Backend · платежи</b> · пн 10 ноября, 24 ч · 137 сообщений, 12 человек\n"
                + "Ничего важного не произошло.");
  }

  @Test
  void aDigestThatDoesNotFitIsCutAtAnItemAndSaysSo() {
    DigestRecord digest = longDigest(60);
    Rendered forms = renderer.render(digest);

    assertThat(forms.html().length()).isLessThanOrEqualTo(4096).isGreaterThan(3500);
    StrictTelegramHtml.read(forms.html());
    long shown = forms.html().lines().filter(line -> line.startsWith("▫️")).count();
    assertThat(forms.html())
        .contains("<i>Сокращено: не поместил")
        .contains(" ещё " + (60 - shown) + " пункт")
        .endsWith("Модель: GigaChat-2-Pro.</i>");
  }

  @Test
  void aLongDigestKeepsItsActionsAndGivesUpDetailsOfTopicsFirst() {
    List<Claim> details = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      details.add(
          new Claim("подробность " + i + " " + ("деталь" + i + " ").repeat(20), List.of("1")));
    }
    DigestRecord digest =
        new Digests()
            .synthesis(
                new Synthesis(
                    null,
                    details,
                    List.of(),
                    List.of(),
                    List.of(new ActionItem("vera", "позвонить курьерам", null, List.of("2"))),
                    List.of()))
            .topic(
                Digests.topic("Курьеры", "high", "blocker", 40, "Курьеры ждут.", List.of("1", "2")))
            .build();
    String html = renderer.render(digest).html();
    assertThat(html)
        .contains("Курьеры ждут.", "vera — позвонить курьерам")
        .contains("не поместились ещё 30 пунктов")
        .doesNotContain("подробность");
    assertThat(String.join("", renderer.render(digest).htmlParts())).contains("подробность 29");
  }

  @Test
  void thePartsOfALongDigestHoldAllOfIt() {
    List<String> parts = renderer.render(longDigest(60)).htmlParts();
    assertThat(parts).hasSizeGreaterThan(1).allMatch(part -> part.length() <= 4096);
    parts.forEach(StrictTelegramHtml::read);
    String all = String.join("\n", parts);
    IntStream.range(0, 60).forEach(i -> assertThat(all).contains("пункт-" + i + "-"));
    assertThat(all).doesNotContain("Сокращено");
  }

  @Test
  void oneGiantWordIsSpreadOverPartsAndNothingOfItIsLost() {
    String giant = "ж".repeat(10_000);
    Rendered forms = renderer.render(withHeadline(giant));
    String all = String.join("", forms.htmlParts());
    assertThat(all.chars().filter(c -> c == 'ж').count()).isGreaterThanOrEqualTo(10_000);
    assertThat(forms.html()).contains("ж…");
  }

  @Test
  void emojiAreNeverTakenApart() {
    String family = "👩‍👩‍👧‍👦".repeat(1000);
    Rendered forms = renderer.render(withHeadline(family));
    for (String html : forms.htmlParts()) {
      StrictTelegramHtml.read(html);
    }
    assertThat(forms.html()).contains("👩‍👩‍👧‍👦…");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 сообщение",
    "2, 2 сообщения",
    "5, 5 сообщений",
    "11, 11 сообщений",
    "12, 12 сообщений",
    "21, 21 сообщение",
    "22, 22 сообщения",
    "111, 111 сообщений",
    "1004, 1004 сообщения"
  })
  void russianCountsAgree(int count, String expected) {
    assertThat(renderer.render(new Digests().counts(count, 1).build()).html())
        .contains("· " + expected + ", 1 человек");
  }

  @Test
  void aLanguageWithoutAFileIsToldInEnglish() {
    assertThat(renderer.render(new Digests().language("tlh").build()).html())
        .contains("Mon 10 Nov, 24 h", "Nothing important happened.");
    assertThat(renderer.render(new Digests().language("../../x").build()).html()).contains("24 h");
  }

  @Test
  void shorterWindowsAreNamedByTheirHoursInTheTenantsTimeZone() {
    assertThat(html(window(6, "2025-11-10T03:00:00Z", "2025-11-10T09:00:00Z")))
        .contains("пн 10 ноября, 06:00–12:00 ·");
    assertThat(html(window(6, "2025-11-10T15:00:00Z", "2025-11-10T21:00:00Z")))
        .contains("пн 10 ноября, 18:00–00:00 ·");
    assertThat(html(window(24, "2025-11-10T12:00:00Z", "2025-11-11T12:00:00Z")))
        .contains("пн 10 ноября, 15:00–вт 11 ноября, 15:00 ·");
  }

  @Test
  void aDayWithAClockChangeIsStillADay() {
    WindowRef berlin =
        new WindowRef(
            "w",
            "t",
            "-1001",
            24,
            Instant.parse("2025-10-25T22:00:00Z"),
            Instant.parse("2025-10-26T23:00:00Z"),
            WindowKind.SCHEDULED,
            "Europe/Berlin");
    assertThat(html(berlin)).contains("вс 26 октября, 24 ч ·");
  }

  @Test
  void aShorterWindowCountsDigestsAndNotDays() {
    BaselineDelta delta =
        new BaselineDelta(
            true, 0, 1, 0, null, false, List.of(new BaselineDelta.ContinuedTopic("Тест", 2)), "w");
    DigestRecord digest =
        new Digests()
            .window(window(6, "2025-11-10T03:00:00Z", "2025-11-10T09:00:00Z"))
            .topic(Digests.topic("Тест", "low", "idea", 3, "идёт", List.of("1")))
            .delta(delta)
            .build();
    assertThat(renderer.render(digest).html())
        .contains("<b>С прошлого дайджеста:</b> «Тест» продолжается 2-й дайджест подряд");
  }

  @ParameterizedTest
  @CsvSource({
    "SKIPPED_EMPTY_WINDOW,'',Сообщений не было.",
    "SKIPPED_TOO_FEW_MESSAGES,'',Слишком мало сообщений",
    "BLOCKED_RBAC,'missing_scopes: digest.send',не хватает прав (<code>digest.send</code>)",
    "BLOCKED_QUALITY,0.610 < 0.700,качество ниже порога (0.610 &lt; 0.700)",
    "BLOCKED_QUALITY,no_evaluation,качество не оценено",
    "BLOCKED_QUOTA,quota_exceeded,квота исчерпана",
    "BLOCKED_FEATURE_FLAG,feature_flag,выключены",
    "BLOCKED_FAILURE,synthesis_failed,модель не справилась"
  })
  void aDigestThatDoesNotGoOutSaysShortlyWhy(DigestStatus status, String reason, String words) {
    Digests digest = new Digests().synthesis(headline("тайна")).status(status, reason);
    assertThat(renderer.render(digest.build()).html()).contains(words).doesNotContain("тайна");
  }

  @Test
  void withoutAModelTheBuiltInEngineAnswersForItself() {
    DigestRecord failed =
        new Digests()
            .model("extractive-1")
            .status(DigestStatus.BLOCKED_FAILURE, "synthesis_failed")
            .build();
    assertThat(renderer.render(failed).text())
        .contains("встроенный движок не справился")
        .doesNotContain("модел");
  }

  @Test
  void thePeopleOfATopicDoNotStandBesideWhatOneOfThemSaid() {
    Topic said = topicWithTitle("vera: The boiler leaks");
    DigestRecord digest = new Digests().topic(said).source("1", "vera").build();
    assertThat(renderer.render(digest).text())
        .contains("vera: The boiler leaks")
        .doesNotContain("@timur");
  }

  private static Topic topicWithTitle(String title) {
    return new Topic(
        "t1",
        title,
        "low",
        List.of("1"),
        List.of(),
        "timur: The plumber comes tomorrow",
        List.of("1"),
        null,
        List.of(),
        "watch",
        List.of("timur"),
        List.of(),
        List.of(),
        List.of(),
        3);
  }

  @Test
  void aDateThatTheActionNamesIsNotSaidAgain() {
    Synthesis synthesis =
        new Synthesis(
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new ActionItem("vera", "call the plumber by Friday", "by Friday", List.of("1"))),
            List.of());
    assertThat(renderer.render(new Digests().synthesis(synthesis).build()).text())
        .contains("call the plumber by Friday")
        .doesNotContain("Friday — by Friday");
  }

  @Test
  void aReviewerSeesTheContentOfABlockedDigest() {
    DigestRecord blocked =
        new Digests()
            .synthesis(headline("важное"))
            .status(DigestStatus.BLOCKED_QUALITY, "0.610 < 0.700")
            .build();
    assertThat(renderer.renderContent(blocked).html()).contains("важное");
  }

  @Test
  void aDegradedDigestSaysSo() {
    assertThat(
            renderer
                .render(
                    new Digests()
                        .degradation("fallback_model")
                        .degradation("own words")
                        .model("extractive-1")
                        .build())
                .html())
        .endsWith(
            "<i>Сделано без языковой модели (extractive-1). Основная модель не ответила, текст"
                + " составил запасной вариант. own words</i>");
  }

  @Test
  void aDigestOfWhichSomethingWasErasedSaysSoInItsLanguage() {
    Digests erased = new Digests().degradation("erased").model("extractive-1");
    assertThat(renderer.render(erased.language("ru").build()).html())
        .endsWith("Удалённые сообщения из него убраны.</i>");
    assertThat(renderer.render(erased.language("en").build()).html())
        .endsWith("Messages that were deleted were taken out.</i>");
  }

  @Test
  void nothingIsReadTwice() {
    Claim point = new Claim("сборка падает на тестах", List.of("1"));
    Synthesis synthesis =
        new Synthesis(
            new Claim("релиз вышел", List.of("2")),
            List.of(point, new Claim("релиз вышел!", List.of("2"))),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    String html =
        renderer
            .render(
                new Digests()
                    .synthesis(synthesis)
                    .topic(
                        Digests.topic(
                            "Сборка",
                            "high",
                            "blocker",
                            4,
                            "Сборка падает на тестах.",
                            List.of("1")))
                    .build())
            .html();
    assertThat(html.split("падает на тестах", -1)).hasSize(2);
    assertThat(html.split("релиз вышел", -1)).hasSize(2);
  }

  private String html(WindowRef window) {
    return renderer.render(new Digests().window(window).build()).html();
  }

  private static WindowRef window(int hours, String start, String end) {
    return new WindowRef(
        "w",
        "t",
        "-1001234567",
        hours,
        Instant.parse(start),
        Instant.parse(end),
        WindowKind.SCHEDULED,
        "Europe/Moscow");
  }

  private static DigestRecord withHeadline(String text) {
    return new Digests().synthesis(headline(text)).build();
  }

  private static Synthesis headline(String text) {
    return new Synthesis(
        new Claim(text, List.of("5")), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static DigestRecord longDigest(int questions) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      claims.add(new Claim("пункт-" + i + "- " + "слово ".repeat(12), List.of("7")));
    }
    return new Digests()
        .synthesis(new Synthesis(null, List.of(), List.of(), claims, List.of(), List.of()))
        .build();
  }
}
