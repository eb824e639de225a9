package org.groupdigest.connectors.contextstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.connectors.sink.SinkStateContract;
import org.junit.jupiter.api.Test;

class ContextStoreWriteSerializerTest extends SinkStateContract<ContextStoreWrite> {

  ContextStoreWriteSerializerTest() {
    super(new ContextStoreWriteSerializer(), "context-store-writes-v1.hex", writes());
  }

  @Test
  void longerTextsCountForMore() {
    assertThat(upsert("я".repeat(100)).sizeInBytes() - upsert("").sizeInBytes()).isEqualTo(200);
  }

  @Test
  void marksThatLeaveADocumentFoundAreRefused() {
    ContextFilter open = ContextFilter.where("erased", false).and("group", "g");
    for (Map<String, Object> marks :
        List.<Map<String, Object>>of(Map.of(), Map.of("erased", false), Map.of("by", "ann"))) {
      assertThatThrownBy(() -> new ContextStoreWrite.Blank("n", open, marks))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aFilterThatIsEverythingOrCannotBeAskedForIsRefused() {
    assertThatThrownBy(() -> new ContextFilter(Map.of(), Map.of("at", 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ContextFilter.where("mood", 0.5)).hasMessageContaining("mood");
    assertThatThrownBy(() -> new ContextFilter(Map.of("a", "b"), Map.of("at", "soon")))
        .hasMessageContaining("at");
  }

  private static ContextStoreWrite upsert(String text) {
    return new ContextStoreWrite.Upsert("n", new ContextDocument("d", text, Map.of()));
  }

  private static List<ContextStoreWrite> writes() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("group", "g'1");
    metadata.put("posted_at", 1_731_283_200_000L);
    metadata.put("erased", false);
    metadata.put("nobody", null);
    return List.of(
        new ContextStoreWrite.Upsert(
            "tenant-1", new ContextDocument("d-1", "Лодка ☃ 𝄞", metadata)),
        new ContextStoreWrite.Blank(
            "tenant-2",
            ContextFilter.where("erased", false).and("sender", "s").atMost("posted_at", 9),
            Map.of("erased", true)));
  }
}
