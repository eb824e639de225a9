package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class S3ObjectTest {
  private static final byte[] ABC = {'a', 'b', 'c'};

  @Test
  void theHashIsThatOfTheContent() {
    S3Object object = S3Object.of("k", ABC, "text/plain");
    // The example of FIPS 180-2, B.1.
    assertThat(object.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(object.isIntact()).isTrue();
    assertThat(new S3Object("k", new byte[1], "", object.sha256(), 0).isIntact()).isFalse();
  }

  @Test
  void keysThatNoStoreTakesAreRefusedAtOnce() {
    assertThatThrownBy(() -> S3Object.of("", ABC, "")).isInstanceOf(IllegalArgumentException.class);
    assertThat(S3Object.of("ж".repeat(512), ABC, "").key()).hasSize(512);
    assertThatThrownBy(() -> S3Object.of("ж".repeat(512) + "a", ABC, ""))
        .hasMessageContaining("1025");
  }

  @Test
  void hashAndVersionAreChecked() {
    S3Object object = S3Object.of("k", ABC, "");
    assertThatThrownBy(
            () -> new S3Object("k", ABC, "", object.sha256().toUpperCase(Locale.ROOT), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> object.atVersion(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalityIsByContentAndTheTextSaysNeitherKeyNorContent() {
    S3Object object = S3Object.of("group/secret", ABC, "");
    assertThat(object)
        .isEqualTo(S3Object.of("group/secret", ABC.clone(), ""))
        .hasSameHashCodeAs(S3Object.of("group/secret", ABC.clone(), ""))
        .isNotEqualTo(object.atVersion(1));
    assertThat(object.toString()).startsWith("S3Object[3 bytes").doesNotContain("secret", "abc");
  }
}
