package org.groupdigest.connectors.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class CypherWriteSerializerTest {
  private static final String VERSION_1 = "cypher-writes-v1.hex";

  private final CypherWriteSerializer serializer = new CypherWriteSerializer();

  @Test
  void everyRowSurvivesItsBytes() throws Exception {
    byte[] bytes = serializer.serialize(FrozenEntries.state(writes()));
    assertThat(FrozenEntries.entries(serializer.deserialize(1, bytes))).isEqualTo(writes());
  }

  @Test
  void stateOfVersionOneIsReadForEver() throws Exception {
    assertThat(FrozenEntries.read(VERSION_1, 1, serializer)).isEqualTo(writes());
  }

  @Disabled("writes the frozen bytes of version 1, which must never change")
  @Test
  void freeze() throws Exception {
    FrozenEntries.write(VERSION_1, serializer, writes());
  }

  private static List<CypherWrite> writes() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("tenant", "t'1\"}$ ☃ 𝄞");
    row.put("count", 3L);
    row.put("share", 0.75);
    row.put("open", true);
    row.put("role", null);
    row.put("days", Arrays.asList("mon", "tue"));
    return List.of(new CypherWrite("topic", row), new CypherWrite("reply", Map.of("from", "p")));
  }
}
