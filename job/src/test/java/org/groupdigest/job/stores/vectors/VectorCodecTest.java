package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class VectorCodecTest {

  /** Frozen: values of an older version are in Redis. */
  @Test
  void theFormIsAVersionAndLittleEndianNumbers() {
    assertThat(VectorCodec.write(new float[] {1, -0.5f})).isEqualTo("1:AACAPwAAAL8=");
    assertThat(VectorCodec.read("1:AACAPwAAAL8=", 2)).contains(new float[] {1, -0.5f});
  }

  @Property
  void whatIsWrittenIsRead(@ForAll @Size(min = 1, max = 9) @FloatRange float[] vector) {
    assertThat(VectorCodec.read(VectorCodec.write(vector), vector.length)).contains(vector);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "AACAPwAAAL8=",
        "2:AACAPwAAAL8=",
        "1:AACAPw==",
        "1:AACAPwAAAL8AAAC/",
        "1:not base64!",
        "1:AADAfwAAwH8="
      })
  void anotherVersionSizeOrDamageIsNoVector(String text) {
    assertThat(VectorCodec.read(text, 2)).isEmpty();
  }
}
