package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlainValuesTest {
  @Test
  void everyKindSurvivesItsBytesInTheSameOrder() throws Exception {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("text", "quote ' brace } dollar $ snow ☃ clef 𝄞");
    all.put("long text", "x".repeat(70_000));
    all.put("whole", Long.MIN_VALUE);
    all.put("number", 0.25);
    all.put("truth", true);
    all.put("nothing", null);
    all.put("list", Arrays.asList("a", 1L, null, List.of(2.5)));
    Map<String, Object> copy = PlainValues.copyOf(all);
    assertThat(roundTrip(copy)).isEqualTo(all);
    assertThat(roundTrip(copy).keySet()).containsExactlyElementsOf(all.keySet());
  }

  @Test
  void smallNumbersBecomeTheOneWholeAndTheOneOtherKind() {
    assertThat(PlainValues.copyOf(Map.of("i", 7))).containsEntry("i", 7L);
    assertThat(PlainValues.copyOf(Map.of("f", 0.5f))).containsEntry("f", 0.5);
    assertThat(PlainValues.copyOf(Map.of("l", List.of(7)))).containsEntry("l", List.of(7L));
  }

  @Test
  void aValueOfAnotherKindIsNamedByItsKeyAndNotQuoted() {
    UUID secret = new UUID(1, 2);
    assertThatThrownBy(() -> PlainValues.copyOf(Map.of("who", List.of(secret))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the value of who is a UUID");
  }

  @Test
  void theCopyIsOnesOwn() {
    Map<String, Object> given = new LinkedHashMap<>(Map.of("a", 1L));
    Map<String, Object> copy = PlainValues.copyOf(given);
    given.put("b", 2L);
    assertThat(copy).containsOnlyKeys("a");
    assertThatThrownBy(copy::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theSizeCountsBytesAndNotCharacters() {
    long ascii = PlainValues.sizeOf(Map.of("k", "aaaa"));
    assertThat(PlainValues.sizeOf(Map.of("k", "☃☃☃☃"))).isEqualTo(ascii + 8);
  }

  @Test
  void bytesOfAnUnknownKindAreNotGuessedAt() {
    byte[] bytes = {0, 0, 0, 1, 0, 0, 0, 1, 'k', 99};
    assertThatThrownBy(() -> PlainValues.read(new DataInputStream(new ByteArrayInputStream(bytes))))
        .isInstanceOf(IOException.class)
        .hasMessage("value of unknown kind 99");
  }

  private static Map<String, Object> roundTrip(Map<String, Object> values) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PlainValues.write(values, new DataOutputStream(bytes));
    return PlainValues.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
