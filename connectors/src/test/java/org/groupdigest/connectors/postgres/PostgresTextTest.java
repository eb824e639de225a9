package org.groupdigest.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresTextTest {
  @Test
  void ordinaryTextIsTheSameObject() {
    String text = "привет, 🙂 world";
    assertThat(PostgresText.storable(text)).isSameAs(text);
    assertThat(PostgresText.storable(null)).isNull();
  }

  @Test
  void nulIsDroppedAndHalfAPairIsReplaced() {
    assertThat(PostgresText.storable("a\u0000b")).isEqualTo("ab");
    assertThat(PostgresText.storable("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(PostgresText.storable("\uDE42 🙂")).isEqualTo("\uFFFD 🙂");
  }

  @Test
  void theEscapeOfNulIsDroppedFromJsonButNotATextThatLooksLikeIt() {
    assertThat(PostgresText.storableJson("{\"a\":\"x\\u0000\\u0000y\"}"))
        .isEqualTo("{\"a\":\"xy\"}");
    String backslash = "{\"a\":\"x\\\\u0000y\"}";
    assertThat(PostgresText.storableJson(backslash)).isEqualTo(backslash);
    assertThat(PostgresText.storableJson("[\"\\\\\\u0000\"]")).isEqualTo("[\"\\\\\"]");
  }
}
