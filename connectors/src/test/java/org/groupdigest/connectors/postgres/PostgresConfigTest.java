package org.groupdigest.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PostgresConfigTest {
  @Test
  void itsTextHasNoPassword() {
    String url = "jdbc:postgresql://db:5432/digests?password=secret";
    assertThat(PostgresConfig.of(url, "job", "secret"))
        .hasToString("PostgresConfig[jdbc:postgresql://db:5432/digests, job]");
  }

  @Test
  void aPoolNeedsAConnection() {
    PostgresConfig config = PostgresConfig.of("jdbc:postgresql:db", "job", "");
    assertThatThrownBy(() -> config.withPoolSize(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
