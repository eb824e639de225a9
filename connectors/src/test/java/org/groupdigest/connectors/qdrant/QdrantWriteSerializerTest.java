package org.groupdigest.connectors.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.groupdigest.connectors.sink.SinkStateContract;
import org.junit.jupiter.api.Test;

class QdrantWriteSerializerTest extends SinkStateContract<QdrantWrite> {

  QdrantWriteSerializerTest() {
    super(new QdrantWriteSerializer(), "qdrant-writes-v1.hex", writes());
  }

  @Test
  void biggerChangesCountForMore() {
    QdrantWrite small = new QdrantWrite.Upsert("c", point(new float[2], Map.of()));
    QdrantWrite large = new QdrantWrite.Upsert("c", point(new float[384], Map.of("t", "x")));
    assertThat(large.sizeInBytes() - small.sizeInBytes()).isGreaterThan(4 * 382);
    assertThat(new QdrantWrite.DeleteIds("c", Set.of(id(1), id(2))).sizeInBytes())
        .isEqualTo(2 * new QdrantWrite.DeleteIds("c", Set.of(id(1))).sizeInBytes());
  }

  private static List<QdrantWrite> writes() {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("title", "Лодка ☃ 𝄞");
    payload.put("size", 3L);
    payload.put("mood", -0.5);
    payload.put("open", false);
    payload.put("nobody", null);
    payload.put("people", Arrays.asList("ann", 2L));
    return List.of(
        new QdrantWrite.Upsert("user_t1_groups", point(new float[] {0.25f, -1, 3}, payload)),
        new QdrantWrite.DeleteIds("user_t1_groups", Set.of(id(2), id(3))),
        new QdrantWrite.DeleteMatching(
            "user_t2_groups", QdrantFilter.all().and("group", "g'1").and("size", 4)));
  }

  private static QdrantPoint point(float[] vector, Map<String, Object> payload) {
    return new QdrantPoint(id(1), vector, payload);
  }

  private static UUID id(long number) {
    return new UUID(number, -number);
  }
}
