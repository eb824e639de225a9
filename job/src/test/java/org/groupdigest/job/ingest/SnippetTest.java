package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SnippetTest {

  private final TestMasker masker = new TestMasker();

  @Test
  void aNumberThatTheCutWouldHalveIsMaskedWhole() {
    String start = "x".repeat(490) + " ";

    assertThat(snippet(start + "+79161234567 tail")).isEqualTo(start + "[pii] tai");
  }

  @Test
  void digitsWrittenAsEscapesDoNotSlipThrough() {
    assertThat(snippet("{\"text\":\"\\u002b\\u0037916123\\u00345 67\"}"))
        .isEqualTo("{\"text\":\"[pii]\"}");
  }

  @Test
  void anEscapedLineFeedDoesNotGlueItsLetterToWhatFollows() {
    assertThat(snippet("{\"text\":\"call\\nanna@example.org\"}"))
        .isEqualTo("{\"text\":\"call [pii]\"}");
  }

  @Test
  void escapedCyrillicIsReadable() {
    assertThat(snippet("{\"text\":\"\\u043f\\u0440\\u0438\\u0432\\u0435\\u0442\"}"))
        .isEqualTo("{\"text\":\"привет\"}");
  }

  @Test
  void countsCodePointsAndNeverHalvesOne() {
    String snippet = snippet("👍".repeat(600));

    assertThat(snippet.codePointCount(0, snippet.length())).isEqualTo(500);
    assertThat(snippet).isEqualTo("👍".repeat(500));
  }

  @Test
  void theEndOfACutPayloadIsNeverShown() {
    String pii = "+79161234567 ";
    String manyNumbers = pii.repeat((1 << 16) / pii.length());

    assertThat(snippet(manyNumbers + "+79161234567" + "z".repeat(100_000)))
        .doesNotContain("916")
        .startsWith("[pii]");
  }

  @Test
  void brokenEscapesAndControlCharactersAreHarmless() {
    assertThat(snippet("a\u0000b\\u00zz\\x\\")).isEqualTo("a b\\u00zz\\x\\");
    assertThat(snippet("\\ud83d!")).isEqualTo("\uFFFD!");
  }

  @Test
  void bytesThatAreNoTextAreHarmless() {
    assertThat(Snippet.of(new byte[] {(byte) 0xFF, 'a', 0}, "acme", masker)).isEqualTo("\uFFFDa ");
  }

  private String snippet(String payload) {
    return Snippet.of(payload.getBytes(StandardCharsets.UTF_8), "acme", masker);
  }
}
