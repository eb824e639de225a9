package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.render.DigestSources.Source;
import org.groupdigest.job.testing.Digests;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each line leads to its own message, whatever ids look like. */
class DigestSourcesTest {

  private static final Instant NOON = WindowFixture.START.plusSeconds(12 * 3600);

  @Test
  void smallNumbersAreTheirOwnMarkers() {
    assertThat(sources("slack", List.of("7", "1023"), "1023", "7"))
        .extracting(Source::number)
        .containsExactly(7, 1023);
  }

  @Test
  void idsThatLookAlikeWhenShortenedGetNumbersInTheOrderOfTheWindow() {
    assertThat(sources("file", List.of("12", "1.2", "1-2", "x"), "1-2", "12", "1.2"))
        .extracting(source -> source.number() + " " + source.messageId())
        .containsExactly("1 12", "2 1.2", "3 1-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1767263404.000100",
        "1456000033554432000",
        "$Rqnc-F-dvnEYJTyHq_iKxU2bZ1CI92:example.org",
        "019b7a3c-5d04-7abc-8def-0123456789ab",
        "007"
      })
  void anIdThatIsNoSmallNumberIsToldInPageMarkdownAndListByAShortOne(String id) {
    DigestRecord digest = digest("file", List.of("first", id), id);
    Rendered forms = new DigestRenderer(LinkPattern.telegramOnly()).render(digest);

    assertThat(forms.text()).contains("It works. (anna, 12:01 · #2)").doesNotContain(id);
    assertThat(forms.html()).contains("It works. (anna, 12:01 · #2)");
    assertThat(forms.markdown())
        .contains("**Sources**\n\n- \\#2 — anna, 2025-11-10 12:01, `" + id + "`");
    assertThat(page(digest))
        .contains("It works. <span class=\"from\">(anna, 12:01 · #2)</span>")
        .contains(
            "<td>#2</td><td><span class=\"who\">anna</span></td>"
                + "<td><span class=\"moment\">2025-11-10 12:01</span></td><td><code>"
                + id
                + "</code>");
    assertThat(DigestSources.of(digest, LinkPattern.telegramOnly()).cited())
        .containsExactly(new Source(2, id, "anna", NOON.plusSeconds(60), null));
  }

  @Test
  void aPhoneNumberInAnIdIsShownNowhere() {
    DigestRecord digest = digest("whatsapp", List.of("1"), "false_41765550151@c.us_3EB00000");
    Rendered forms = new DigestRenderer(LinkPattern.telegramOnly()).render(digest);

    assertThat(forms.markdown()).contains("`false_…@c.us_3EB00000`");
    assertThat(forms.markdown() + forms.text() + forms.html() + page(digest))
        .doesNotContain("41765550151");
    assertThat(ShownId.of("41765550151-1400000000@g.us")).isEqualTo("…-…@g.us");
    assertThat(ShownId.of("1456000033554432000")).isEqualTo("1456000033554432000");
  }

  @Test
  void sourcesWithoutLinksStandTogetherInBracketsAndAreNoLinks() {
    DigestRecord digest = digest("telegram_chat", List.of("1", "2"), "1", "2");

    assertThat(html(digest)).endsWith("It works. (anna, 12:00 · #1; anna, 12:01 · #2)");
    assertThat(page(digest)).doesNotContain("class=\"source\"");
  }

  @Test
  void countedSourcesWithLinksShowTheirNumbers() {
    LinkPattern links = new LinkPattern(Map.of("matrix", "https://m.example/{group}/{message}"));
    DigestRecord digest = digest("matrix", List.of("$a:x", "$b:x"), "$b:x");

    assertThat(new DigestRenderer(links).render(digest).html())
        .endsWith("It works. <a href=\"https://m.example/-1001234567/%24b%3Ax\">#2</a>");
  }

  @Test
  void aSourceThatTheWindowDoesNotKnowComesAfterTheOthers() {
    assertThat(sources("file", List.of("a", "b"), "z", "b"))
        .extracting(source -> source.number() + source.messageId())
        .containsExactly("2b", "3z");
    assertThat(html(digest("file", List.of("a", "b"), "z"))).endsWith("It works. (#3)");
  }

  @Test
  void whereAllIdsAreNumbersMarkdownNeedsNoList() {
    assertThat(
            new DigestRenderer(LinkPattern.telegramOnly())
                .render(digest("telegram", List.of("1"), "1"))
                .markdown())
        .doesNotContain("Sources");
  }

  private static List<Source> sources(String source, List<String> window, String... cited) {
    return DigestSources.of(digest(source, window, cited), LinkPattern.telegramOnly()).cited();
  }

  private static String html(DigestRecord digest) {
    return new DigestRenderer(LinkPattern.telegramOnly()).render(digest).html();
  }

  private static String page(DigestRecord digest) {
    return new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly()).digest(digest);
  }

  private static DigestRecord digest(String source, List<String> window, String... cited) {
    Digests digest =
        new Digests().group(new GroupInfo("G", null, source)).language("en").model("none");
    List<String> ids = new ArrayList<>(window);
    for (int i = 0; i < ids.size(); i++) {
      digest.source(
          new SourceMessage(ids.get(i), "s1", "anna", NOON.plusSeconds(60L * i), null, null));
    }
    return digest
        .synthesis(
            new Synthesis(
                new Claim("It works.", List.of(cited)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()))
        .build();
  }
}
