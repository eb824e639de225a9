package org.groupdigest.connectors.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CypherStatementTest {
  private static final CypherStatement TOPIC =
      CypherStatement.of("topic", "UNWIND $rows AS row MERGE (:Topic {id: row.id})");
  private static final CypherStatement COUNT =
      CypherStatement.of("count", "MATCH (n) RETURN count(n) AS n");

  @Test
  void aSinkTakesStatementsForRowsOnlyAndEachNameOnce() {
    Neo4jSinkBuilder<CypherWrite> sink = Neo4jSink.builder();
    assertThatThrownBy(() -> sink.setStatements(COUNT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("count")
        .hasMessageContaining("UNWIND");
    CypherStatement other = CypherStatement.of("topic", "UNWIND $rows AS row RETURN row");
    assertThatThrownBy(() -> sink.setStatements(TOPIC, other))
        .hasMessageContaining("the name topic");
  }

  @Test
  void aSinkNeedsAddressPasswordStatementsAndConverter() {
    Neo4jSinkBuilder<CypherWrite> sink = Neo4jSink.builder();
    assertThatThrownBy(sink::build).hasMessageContaining("config");
    sink.setConfig(Neo4jConfig.of("bolt://localhost:1", "neo4j"));
    assertThatThrownBy(sink::build).hasMessageContaining("password");
    sink.setPassword(() -> "secret");
    assertThatThrownBy(sink::build).hasMessageContaining("statements");
    sink.setStatements(TOPIC);
    assertThatThrownBy(sink::build).hasMessageContaining("element converter");
    sink.setElementConverter((write, context) -> write);
    assertThat(sink.build()).isNotNull();
  }

  @Test
  void nothingThatIsPrintedShowsValues() {
    CypherWrite write = CypherWrite.of(TOPIC, Map.of("id", "secret"));
    assertThat(write).hasToString("CypherWrite[topic, [id]]");
    assertThat(TOPIC).hasToString("CypherStatement[topic]");
  }
}
