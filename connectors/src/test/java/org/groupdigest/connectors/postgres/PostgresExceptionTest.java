package org.groupdigest.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresExceptionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08006", "08001", "40001", "40P01", "53300", "57P01", "57P03", "57014", "55P03", "25006",
        "58030"
      })
  void whatMaySucceedLaterIsTransient(String state) {
    assertThat(sorted(state).isTransient()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "23505", "23514", "22021", "22P05", "42501", "42P01", "28P01", "28000", "25P02", "XX000",
        "57000"
      })
  void whatWillFailAgainIsFatal(String state) {
    assertThat(sorted(state).isTransient()).isFalse();
  }

  @Test
  void aPoolWithoutAFreeConnectionIsTransient() {
    PostgresException sorted = PostgresException.of(new SQLTransientConnectionException("made up"));
    assertThat(sorted.isTransient()).isTrue();
    assertThat(sorted.code()).isEqualTo("sqlstate_none");
  }

  @Test
  void anUnknownFailureIsFatal() {
    assertThat(PostgresException.of(new SQLException("made up")).isTransient()).isFalse();
  }

  @Test
  void theDriversTextIsNotPassedOn() {
    PostgresException sorted = PostgresException.of(new SQLException("Key (note)=(text)", "23505"));
    assertThat(sorted).hasMessage("postgres: sqlstate_23505").hasNoCause();
  }

  private static PostgresException sorted(String state) {
    return PostgresException.of(new SQLException("made up", state));
  }
}
