package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalViewTest {

  private final DigestRecord busy = SampleDigests.busyRussianDay();

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 80, 200})
  void noLineIsWiderThanTheTerminal(int width) {
    assertThat(view(false, width).render(busy).lines())
        .allSatisfy(line -> assertThat(TerminalWidth.of(line)).isLessThanOrEqualTo(width));
  }

  @Test
  void wordsStayWholeAndBulletsAreIndented() {
    String screen = view(false, 44).render(busy);
    assertThat(screen)
        .contains("▫ @timur — добавить блокировку в очередь —\n  чт 13.11 #318\n")
        .doesNotContain("\u001b");
  }

  @Test
  void withAnsiHeadingsAreBoldAndNumbersOpenTheirMessages() {
    assertThat(view(true, 80).render(busy))
        .contains("\u001b[1mДоставка\u001b[0m")
        .contains("\u001b]8;;https://t.me/c/1234567/318\u001b\\\u001b[34m#318");
  }

  @Test
  void aWordWiderThanTheTerminalIsBroken() {
    assertThat(view(false, 30).render(headline("ж".repeat(100))).lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(30));
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    assertThat(TerminalWidth.of("ok")).isEqualTo(2);
    assertThat(TerminalWidth.of("日本")).isEqualTo(4);
    assertThat(TerminalWidth.of("🔥")).isEqualTo(2);
    assertThat(view(false, 21).render(headline("日".repeat(60))).lines())
        .allSatisfy(line -> assertThat(TerminalWidth.of(line)).isLessThanOrEqualTo(21));
  }

  @Test
  void noEscapeOfAChatReachesTheTerminal() {
    assertThat(view(false, 80).render(headline("a\u001b[2Jb\u009b31mc\u0007")))
        .contains("a[2Jb31mc");
  }

  private static TerminalView view(boolean ansi, int width) {
    return new TerminalView(new MessageCatalog(), LinkPattern.telegramOnly(), ansi, width);
  }

  private static DigestRecord headline(String text) {
    return new Digests()
        .synthesis(
            new Synthesis(
                new Claim(text, List.of("5")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of()))
        .build();
  }
}
