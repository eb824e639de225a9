package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.testing.Digests;

/** Whatever a chat contains, the rendered forms stay whole and lead nowhere but to the chat. */
class HostileTextTest {

  private static final Pattern AUTO_LINK =
      Pattern.compile("://|www\\.|evil\\.example|t\\.me/|@evil_channel|(^|\\s)/start");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u202a-\\u202e\\u2066-\\u2069\\u200b\\ufeff\\u0000]");

  private final DigestRenderer renderer = new DigestRenderer(LinkPattern.telegramOnly());

  @Property(tries = 80, shrinking = ShrinkingMode.OFF)
  void messagesAreWellFormedShortEnoughAndLeadOnlyToTheGroup(
      @ForAll("digests") DigestRecord digest) {
    Rendered forms = renderer.render(digest);

    List<String> messages = new ArrayList<>(forms.htmlParts());
    messages.add(forms.html());
    for (String html : messages) {
      assertThat(html.length()).isLessThanOrEqualTo(4096);
      StrictTelegramHtml read = StrictTelegramHtml.read(html);
      assertThat(read.hrefs()).allMatch(href -> href.startsWith("https://t.me/c/1234567/"));
      assertThat(AUTO_LINK.matcher(read.outsideCode()).results())
          .as("what a client would make a link of")
          .extracting(found -> around(read.outsideCode(), found.start()))
          .isEmpty();
      assertThat(INVISIBLE.matcher(html).find()).isFalse();
    }
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void markdownHasNoMarkupOfTheChatAndNoLinkButToTheGroup(@ForAll("digests") DigestRecord digest) {
    String markdown = renderer.render(digest).markdown();
    int at = 0;
    while (at < markdown.length()) {
      char c = markdown.charAt(at);
      if (c == '`') {
        at = markdown.indexOf('`', at + 1);
        assertThat(at).as("every code span ends").isPositive();
      } else if (c == ']' && markdown.startsWith("](", at)) {
        assertThat(markdown.substring(at + 2)).startsWith("https://t.me/c/1234567/");
      } else {
        assertThat(c).isNotIn('<', '~', '|', '&');
      }
      at += c == '\\' ? 2 : 1;
    }
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void pagesHoldNoTagOfTheChatAndNoForeignLink(@ForAll("digests") DigestRecord digest) {
    HtmlPage page = new HtmlPage(new MessageCatalog(), LinkPattern.telegramOnly());
    for (String html : Set.of(page.digest(digest), page.index("ru", List.of(digest)))) {
      assertThat(html).doesNotContain("<script", "<!--", "<a href=\"https://evil", "href=\"tg:");
      assertThat(html)
          .doesNotContainPattern("(?:href|src)=\"(?!https://t\\.me/c/|#|[a-z0-9-]+\\.html)");
      assertThat(html.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
          .isTrue();
    }
  }

  @Provide
  Arbitrary<DigestRecord> digests() {
    Arbitrary<String> text = HostileText.any();
    Arbitrary<List<String>> ids =
        Arbitraries.oneOf(Arbitraries.of("1", "42", "4521"), text.map(t -> t + "x"))
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    Arbitrary<Claim> claim = text.flatMap(t -> ids.map(i -> new Claim(t, i)));
    Arbitrary<Synthesis> synthesis =
        claim.flatMap(
            headline ->
                claim
                    .list()
                    .ofMaxSize(4)
                    .map(
                        claims ->
                            new Synthesis(
                                headline,
                                claims,
                                claims,
                                claims,
                                claims.stream().map(HostileTextTest::action).toList(),
                                claims.stream().map(HostileTextTest::mention).toList())));
    return synthesis.flatMap(
        s ->
            text.map(
                t ->
                    new Digests()
                        .group(new GroupInfo(t, null, "telegram"))
                        .status(DigestStatus.READY, t)
                        .synthesis(s)
                        .topic(topic(t, s))
                        .degradation(t)
                        .model(t)
                        .delta(
                            new BaselineDelta(
                                true,
                                0,
                                0,
                                1,
                                null,
                                true,
                                List.of(new BaselineDelta.ContinuedTopic(t, 3)),
                                "w"))
                        .build()));
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 40));
  }

  private static Topic topic(String text, Synthesis synthesis) {
    Claim claim = synthesis.headline();
    return new Topic(
        "t",
        text,
        "high",
        claim.messageIds(),
        List.of(),
        claim.text(),
        claim.messageIds(),
        text,
        claim.messageIds(),
        "blocker",
        List.of(text, "anna"),
        List.of(text),
        List.of(action(claim)),
        List.of(text),
        5);
  }

  private static ActionItem action(Claim claim) {
    // A hostile owner that is itself among the people must not make a channel mentionable.
    String owner = claim.text().contains("evil") ? null : claim.text();
    return new ActionItem(owner, claim.text(), claim.text(), claim.messageIds());
  }

  private static Synthesis.Mention mention(Claim claim) {
    String name = claim.text().contains("evil") ? "anna" : claim.text();
    return new Synthesis.Mention(name, claim.text(), claim.text(), claim.messageIds());
  }
}
