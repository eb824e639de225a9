package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plain text is sent as it is: whatever shows it makes links of what looks like one. */
class PlainTextTest {

  private final TextSpans texts = new TextSpans(Set.of("anna"));

  @ParameterizedTest
  @CsvSource({
    "https://evil.example/x?a=b, evil[.]example/x?a=b",
    "www.evil.example, www[.]evil[.]example",
    "t.me/evil_channel, t[.]me/evil_channel",
    "evil\u3002example, evil[\u3002]example",
    "a@evil.example, a[@]evil[.]example",
    "@evil_channel, [@]evil_channel",
    "javascript:alert, javascript[:]alert",
    "`curl https://evil.example`, curl https[:]//evil[.]example",
    "evil.example/x.html, evil[.]example/x[.]html",
    "docs.evil.sh, docs[.]evil[.]sh",
    "evil.zip, evil[.]zip",
    "user@host.py, user[@]host[.]py"
  })
  void nothingOfTheChatIsTakenForALink(String text, String shown) {
    assertThat(plain(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "config.yml",
    "src/main/App.java",
    "build.properties",
    "main.py",
    "src/main.rs:42",
    "./README.md",
    "node.js",
    "docker-compose.dev.yml",
    "install.sh",
    "archive.tar.gz",
    "`make all`",
    "@anna",
    "version 2.3",
    "`a.b`",
    "at 10:30"
  })
  void ordinaryWordsStayAsTheyAre(String text) {
    assertThat(plain(text)).isEqualTo(text.replace("`", ""));
  }

  @Test
  void linksToSourcesAreWrittenOut() {
    Line line =
        new Line(Line.Kind.BULLET, List.of(Span.plain("It moves "), Span.link("→", "https://a/1")));
    assertThat(written(line)).isEqualTo("- It moves → https://a/1");
  }

  private String plain(String text) {
    return written(new Line(Line.Kind.TEXT, texts.of(text, Span.Style.PLAIN)));
  }

  private static String written(Line line) {
    DigestDocument document = new DigestDocument(List.of(Item.of(line)), List.of(), List.of(), 0);
    return PlainText.of(document).stripTrailing();
  }
}
