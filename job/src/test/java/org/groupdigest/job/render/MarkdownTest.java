package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "# x~\\# x",
        "- x~\\- x",
        "+ x~\\+ x",
        "=== ~\\===",
        "1. x~1\\. x",
        "12) x~12\\) x",
        "> x~\\> x",
        "**x**~\\*\\*x\\*\\*",
        "_x_~\\_x\\_",
        "[x](y)~\\[x\\](y)",
        "<b>~\\<b\\>",
        "`x~\\`x",
        "a & b~a \\& b",
        "2.3 ok~2\\.3 ok",
        "plain~plain"
      })
  void whatCouldBeMarkupIsEscaped(String text, String expected) {
    assertThat(markdown(Line.Kind.TEXT, Span.plain(text.strip()))).isEqualTo(expected + "\n");
  }

  @Test
  void emphasisHugsItsText() {
    assertThat(markdown(Line.Kind.TEXT, Span.bold(" two words "), Span.plain("x")))
        .isEqualTo(" **two words** x\n");
  }

  @Test
  void codeSpansSideBySideStayTwo() {
    assertThat(markdown(Line.Kind.TEXT, Span.code("a"), Span.code("b`c"))).isEqualTo("`a` `b'c`\n");
  }

  @Test
  void linkTargetsCannotEndTheLink() {
    assertThat(markdown(Line.Kind.TEXT, Span.link("→", "https://x.example/(a)")))
        .isEqualTo("[→](https://x.example/%28a%29)\n");
  }

  @Test
  void bulletsFormOneListAndOtherLinesAreParagraphs() {
    Line heading = new Line(Line.Kind.HEADING, List.of(Span.bold("To do")));
    Line bullet = new Line(Line.Kind.BULLET, List.of(Span.plain("x")));
    DigestDocument document =
        new DigestDocument(
            List.of(),
            List.of(new Item(List.of(heading, bullet), true, 1), Item.of(bullet)),
            List.of(),
            0);
    assertThat(Markdown.of(document)).isEqualTo("**To do**\n\n- x\n- x\n");
  }

  private static String markdown(Line.Kind kind, Span... spans) {
    Item item = Item.of(new Line(kind, List.of(spans)));
    return Markdown.of(new DigestDocument(List.of(item), List.of(), List.of(), 0));
  }
}
