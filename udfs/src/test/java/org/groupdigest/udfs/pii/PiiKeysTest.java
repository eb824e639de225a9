package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PiiKeysTest {

  @Test
  void readsHexAsBytes() {
    assertThat(PiiKeys.parse(" 00112233445566778899aabbccddeeff\n"))
        .hasSize(16)
        .startsWith(0, 0x11);
  }

  @Test
  void readsOtherTextAsUtf8() {
    String odd = "00112233445566778899aabbccddeef";

    assertThat(PiiKeys.parse(odd)).isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
    assertThat(PiiKeys.parse("ключ для тестов")).hasSizeGreaterThan(16);
    assertThat(PiiKeys.parse(PiiKeys.DEVELOPMENT)).hasSizeGreaterThan(16);
  }

  @Test
  void refusesShortKeysWithoutRepeatingThem() {
    assertThatThrownBy(() -> PiiKeys.parse("short-key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DIGEST_PII_KEY")
        .hasMessageNotContaining("short-key");
  }
}
