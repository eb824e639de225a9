package org.groupdigest.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpsertTest {
  @Test
  void keysAndKeptColumnsAreNotReplaced() {
    Upsert upsert = Upsert.when("t.n < excluded.n", "t", List.of("id"), List.of("created_at"));
    assertThat(upsert.sql(List.of("id", "n", "created_at")))
        .isEqualTo(
            "INSERT INTO t (id, n, created_at) VALUES (?, ?, ?)"
                + " ON CONFLICT (id) DO UPDATE SET n = excluded.n WHERE t.n < excluded.n");
  }

  @Test
  void aColumnMayHaveItsOwnExpression() {
    Upsert upsert =
        new Upsert("t", List.of("id"), List.of(), Map.of("n", "greatest(t.n, excluded.n)"), "true");
    assertThat(upsert.sql(List.of("id", "n"))).contains("SET n = greatest(t.n, excluded.n) WHERE");
  }

  @Test
  void aColumnIsSetOnce() {
    assertThatThrownBy(() -> new Row().set("id", 1).set("id", 2))
        .hasMessage("column set twice: id");
  }
}
