package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of 1 MiB that make quadratic searches run for minutes. */
class HostileTextTest {

  private static final int SIZE = 1 << 20;
  private static final PiiMasker MASKER =
      PiiMasker.withKey("a key of the tests only".getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "1 ",
        "1-",
        "+7",
        "+7 ",
        "(",
        "(1",
        "1(",
        "@",
        "a@",
        "\"@",
        "a@[",
        "@[1",
        "a.",
        "1.",
        "a@a.",
        ":",
        "a:",
        "::1",
        "f:",
        "://",
        "http://a",
        "http://a:b",
        "eyJ",
        "eyJ/",
        "eyJaaaaaaaaaaaa.",
        "-----BEGIN ",
        "-----BEGIN PRIVATE KEY-----",
        "password",
        "password=",
        "password \"",
        "sk-",
        "DE89",
        "DE89 ",
        "[phone:",
        "[phone:0a1b2c3d]",
        "8 903 555 12 34 ",
        "+7 903 555-12-34,",
        "4111 ",
        "12 34 ",
        "паспорт 12 ",
        "\u200B",
        "\u200B1",
        "10.0.0.1 ",
        "bearer ",
        "_",
        "_1",
        "😀1",
        "a (at) ",
        "(at)",
        " dot ",
        "собака ",
        "ann dot ",
        "a@b dot ",
        "curl -u ",
        "mysql -p",
        " --token ",
        "hooks.slack.com/services/",
        "?sig=",
        "06 12 34 56 78 ",
        "612 345 678 ",
        "card 5018 ",
        "AT 20 a ",
        "О1"
      })
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aMebibyteOfOnePatternIsMaskedInSeconds(String pattern) {
    String text = pattern.repeat(SIZE / pattern.length());

    assertThatCode(() -> MASKER.mask("acme", text)).doesNotThrowAnyException();
  }
}
