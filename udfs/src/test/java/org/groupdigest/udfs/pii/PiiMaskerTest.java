package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiiMaskerTest {

  private static final byte[] KEY = "a key of the tests only".getBytes(StandardCharsets.UTF_8);
  private static final PiiMasker MASKER = PiiMasker.withKey(KEY);

  private static String mask(String text) {
    return MASKER.mask("acme", text).text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+7 903 555-12-34",
        "8 (903) 555-12-34",
        "8-903-555-12-34",
        "89035551234",
        "+7(903)5551234",
        "８ ９０３ ５５５ １２ ３４",
        "8 903\u00A0555\u200912\u201134",
        "8\u200B903\u200B5551234",
        "8 9O3 555 12 34"
      })
  void oneNumberHasOnePseudonymHoweverItIsWritten(String number) {
    assertThat(mask("набери " + number + " завтра"))
        .isEqualTo("набери " + mask("+79035551234") + " завтра");
  }

  @Test
  void valuesOfOtherKindsAreReadInOneSpellingToo() {
    assertThat(mask("Ann@Example.org")).isEqualTo(mask("ann@example.org"));
    assertThat(mask("4111-1111-1111-1111")).isEqualTo(mask("4111111111111111"));
    assertThat(mask("de89 3704 0044 0532 0130 00")).isEqualTo(mask("DE89370400440532013000"));
    assertThat(mask("2001:DB8:0:0::1")).isEqualTo(mask("2001:db8::1"));
    assertThat(mask("010.0.0.1")).isEqualTo(mask("10.0.0.1"));
    assertThat(mask("112-233-445 95")).isEqualTo(mask("112 233 445 95"));
    assertThat(mask("моб. 9035551234")).isEqualTo("моб. " + mask("+79035551234"));
    assertThat(mask("212-555-0142")).isEqualTo(mask("+1 (212) 555-0142"));
    assertThat(mask("020 7946 0958")).isEqualTo(mask("+442079460958"));
  }

  @Test
  void equalValuesAreNotLinkableAcrossTenantsOrKeys() {
    String number = "+7 903 555-12-34";
    PiiMasker other =
        PiiMasker.withKey("another key of the tests".getBytes(StandardCharsets.UTF_8));

    assertThat(mask(number)).isNotEqualTo(MASKER.mask("globex", number).text());
    assertThat(mask(number)).isNotEqualTo(other.mask("acme", number).text());
  }

  @Test
  void pseudonymsDependOnTheBordersOfTheirParts() {
    assertThat(MASKER.pseudonym("ab", PiiKind.EMAIL, "c"))
        .hasSize(8)
        .isNotEqualTo(MASKER.pseudonym("a", PiiKind.EMAIL, "bc"));
    assertThat(MASKER.pseudonym("a", PiiKind.SNILS, "1"))
        .isNotEqualTo(MASKER.pseudonym("a", PiiKind.INN, "1"));
  }

  @Test
  void placeholdersNameTheKind() {
    assertThat(mask("почта anna@example.org")).matches("почта \\[email:[0-9a-f]{8}]");
    assertThat(mask("карта 4111 1111 1111 1111")).matches("карта \\[card:[0-9a-f]{8}]");
    assertThat(mask("http://bob:hunter2@example.org/x"))
        .matches("http://\\[url_credentials:[0-9a-f]{8}]@example.org/x");
  }

  @Test
  void spansCountCodePointsOfTheInput() {
    String text = "😀😀 mail 𝕒nna@example.org, tel. +44 20 7946 0958 😀";

    List<PiiSpan> spans = MASKER.mask("acme", text).spans();

    assertThat(spans).isEqualTo(MASKER.find(text));
    assertThat(spans).extracting(PiiSpan::kind).containsExactly(PiiKind.EMAIL, PiiKind.PHONE);
    assertThat(spans)
        .extracting(span -> codePoints(text, span))
        .containsExactly("𝕒nna@example.org", "+44 20 7946 0958");
  }

  private static String codePoints(String text, PiiSpan span) {
    int start = text.offsetByCodePoints(0, span.start());
    return text.substring(start, text.offsetByCodePoints(0, span.end()));
  }

  @Test
  void textWithoutFindsComesBackAsTheSameInstance() {
    String plain = new String("встречаемся после обеда, ok?");
    String numbers = new String("в 18:30 на 3 этаже, 12.05.2024, 1 250 000 руб.");

    assertThat(mask(plain)).isSameAs(plain);
    assertThat(mask(numbers)).isSameAs(numbers);
    assertThat(MASKER.mask("acme", null)).isEqualTo(new MaskedText(null, List.of()));
    assertThat(MASKER.find(null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "call +7 903 555-12-34 482 6617",
        "phone@example.org 482 6617",
        "1.2.3.4.+79035551234",
        "postgres://app:s3cr3t@10.0.0.5:5432/db",
        "password=[secret:0a1b2c3d] token=abcdef1",
        "8903-555-12-34/8903-555-12-35",
        "a@b.co@c.de 4111111111111111-4111111111111111"
      })
  void maskingAMaskedTextChangesNothing(String text) {
    String once = mask(text);

    assertThat(mask(once)).isSameAs(once);
  }

  @Test
  void theMoreTrustedKindWinsWhereFindsOverlap() {
    assertThat(MASKER.find("https://ann:pa55word@example.org"))
        .extracting(PiiSpan::kind)
        .containsExactly(PiiKind.URL_CREDENTIALS);
    assertThat(MASKER.find("79035551234@example.org"))
        .extracting(PiiSpan::kind)
        .containsExactly(PiiKind.EMAIL);
    assertThat(MASKER.find("DE89 3704 0044 0532 0130 00"))
        .extracting(PiiSpan::kind)
        .containsExactly(PiiKind.IBAN);
  }

  @Test
  void participantsGetTheirOwnPlaceholder() {
    assertThat(MASKER.userPlaceholder("acme", "@Anna"))
        .matches("\\[user:[0-9a-f]{8}]")
        .isEqualTo(MASKER.userPlaceholder("acme", "anna"))
        .isNotEqualTo(MASKER.userPlaceholder("globex", "anna"));
    assertThat(mask("hi " + MASKER.userPlaceholder("acme", "anna")))
        .isEqualTo("hi " + MASKER.userPlaceholder("acme", "anna"));
  }

  @Test
  void shortKeysAreRefused() {
    assertThatThrownBy(() -> PiiMasker.withKey(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bytes");
    assertThatThrownBy(() -> PiiMasker.withKey(null)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the password \"joe%45\"@example.org",
        "card token=\" joeblow7\"@example.org",
        "mysql -p\"abc [email:12345678] def12\" shop",
        "curl -u \"ann:abc [phone:12345678] x9\" https://example.org"
      })
  void quotesAroundAPlaceholderAreNoValueAndMaskingStaysIdempotent(String text) {
    String masked = MASKER.mask("acme", text).text();

    assertThat(masked).doesNotContain("joe");
    assertThat(MASKER.mask("acme", masked).text()).isEqualTo(masked);
  }

  @Test
  void oneMaskerServesManyThreads() throws Exception {
    List<String> texts =
        IntStream.range(0, 200).mapToObj(i -> "call +7 903 555-12-" + (10 + i % 90)).toList();
    List<String> expected = texts.stream().map(PiiMaskerTest::mask).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<String>> work = () -> texts.stream().map(PiiMaskerTest::mask).toList();
      for (Future<List<String>> result : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
