package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSpansTest {

  private final TextSpans texts = new TextSpans(Set.of("anna"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/x",
        "evil.example-",
        "evil.example-y",
        "evil.example1.&&__",
        "evil.exampleoflettersthatdonotend",
        "HTTP://EVIL.EXAMPLE",
        "www.evil.example",
        "evil.example",
        "evil.example/path",
        "sub.evil.example:8080",
        "сайт.рф",
        "tg://resolve?domain=x",
        "t.me/x",
        "a@evil.example",
        "@evil_channel",
        "/start",
        "xn--e1afmkfd.xn--p1ai",
        "README.md",
        "evil\u3002example/x",
        "evil\uff0eexample",
        "t\u2024me/evil_channel",
        "\uff45\uff56\uff49\uff4c\uff0e\uff45\uff58\uff41\uff4d\uff50\uff4c\uff45",
        "javascript:alert",
        "mailto:x",
        "tg:resolve",
        "смотри:/start",
        "пример.срб"
      })
  void whatAClientWouldLinkIsShownAsCode(String word) {
    assertThat(texts.of(word, Span.Style.PLAIN))
        .singleElement()
        .extracting(Span::style)
        .isEqualTo(Span.Style.CODE);
    assertThat(texts.of("см. (" + word + "), да", Span.Style.PLAIN))
        .extracting(Span::style)
        .containsExactly(Span.Style.PLAIN, Span.Style.CODE, Span.Style.PLAIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "и т.д.",
        "релиз 2.3",
        "в 10:30",
        "@anna",
        "да/нет",
        "и/или",
        "готово.Завтра",
        "т.е. так",
        "3.5 ГБ",
        "a.b",
        "Data: 3 rows",
        "今天开会。好的",
        "да…нет"
      })
  void ordinaryTextStaysText(String text) {
    assertThat(texts.of(text, Span.Style.PLAIN)).containsExactly(Span.plain(text));
  }

  @Test
  void anAddressLosesItsSchemeAndItsTail() {
    String shown =
        texts.of("https://host.example/" + "x".repeat(200), Span.Style.PLAIN).get(0).text();
    assertThat(shown).startsWith("host.example/xxx").endsWith("…").hasSize(48);
  }

  @Test
  void thePunctuationAfterAnAddressIsNotPartOfIt() {
    assertThat(texts.of("см. host.example.", Span.Style.PLAIN))
        .containsExactly(Span.plain("см. "), Span.code("host.example"), Span.plain("."));
  }

  @Test
  void whatStandsBetweenBackticksIsCodeAndLoneBackticksAreText() {
    assertThat(texts.of("run `make all` now", Span.Style.PLAIN))
        .containsExactly(Span.plain("run "), Span.code("make all"), Span.plain(" now"));
    assertThat(texts.of("a ` b", Span.Style.PLAIN)).isEqualTo(List.of(Span.plain("a ` b")));
  }
}
