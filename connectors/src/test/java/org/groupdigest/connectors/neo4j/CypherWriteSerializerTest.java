package org.groupdigest.connectors.neo4j;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.sink.SinkStateContract;

class CypherWriteSerializerTest extends SinkStateContract<CypherWrite> {

  CypherWriteSerializerTest() {
    super(new CypherWriteSerializer(), "cypher-writes-v1.hex", writes());
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
