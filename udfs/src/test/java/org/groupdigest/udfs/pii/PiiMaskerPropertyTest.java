package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.udfs.pii.scan.PiiKind;

class PiiMaskerPropertyTest {

  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));

  @Property(tries = 2000)
  void maskingIsIdempotent(@ForAll("chatter") String text) {
    String once = MASKER.mask("acme", text).text();

    assertThat(MASKER.mask("acme", once).text()).isEqualTo(once);
  }

  @Property(tries = 2000)
  void spansAreOrderedApartAndInsideOfTheText(@ForAll("chatter") String text) {
    int from = 0;
    for (PiiSpan span : MASKER.find(text)) {
      assertThat(span.start()).isGreaterThanOrEqualTo(from).isLessThan(span.end());
      from = span.end();
    }
    assertThat(from).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
  }

  @Property(tries = 1000)
  void anyCharactersAreTaken(@ForAll String text) {
    MaskedText masked = MASKER.mask("acme", text);

    assertThat(masked.spans().isEmpty()).isEqualTo(masked.text().equals(text));
  }

  @Property(tries = 500)
  void everyMobileNumberIsFoundInEveryUsualForm(
      @ForAll("mobiles") String digits, @ForAll("forms") String form) {
    String text = "пиши " + fill(form, digits) + ", пока";

    assertThat(MASKER.find(text)).extracting(PiiSpan::kind).containsExactly(PiiKind.PHONE);
  }

  private static String fill(String form, String digits) {
    StringBuilder number = new StringBuilder(form);
    for (int i = 0; i < digits.length(); i++) {
      int place = number.indexOf("#");
      number.setCharAt(place, digits.charAt(i));
    }
    return number.toString();
  }

  @Provide
  Arbitrary<String> mobiles() {
    return Arbitraries.integers().between(0, 999_999_999).map(n -> String.format("9%09d", n));
  }

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(
        "+7##########", "8##########", "+7 (###) ###-##-##", "8 ### ### ## ##", "8-###-###-##-##");
  }

  /** Pieces of values and of what stands around them, in any order. */
  @Provide
  Arbitrary<String> chatter() {
    List<String> pieces =
        List.of(
            "+7 903 555-12-34",
            "8",
            "(903)",
            "555",
            "12",
            "34",
            "4111111111111111",
            "4111",
            "1111",
            "anna@example.org",
            "@",
            ".",
            "-",
            "/",
            " ",
            ":",
            "=",
            "password",
            "phone",
            "тел",
            "паспорт",
            "45 08 123456",
            "инн",
            "7812345097",
            "10.0.0.1",
            "::1",
            "2001:db8::1",
            "https://",
            "user:pa55@host",
            "[phone:0a1b2c3d]",
            "[",
            "]",
            "Bearer ",
            "\n",
            "\u200B",
            "😀",
            "\uD83D",
            "DE89370400440532013000",
            "x12",
            "руб",
            "O",
            "№",
            "version",
            "\"",
            "@example.org",
            "token=\"",
            " mysql -p\"",
            " curl -u \"ann:",
            "_");
    return Arbitraries.of(pieces).list().ofMaxSize(12).map(list -> String.join("", list));
  }
}
