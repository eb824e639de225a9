package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedValueTest {
  @Property
  void aValueIsReadAsItWasWritten(
      @ForAll @LongRange(max = RedisWrite.HIGHEST_VERSION) long version, @ForAll String value) {
    VersionedValue written = new VersionedValue(version, value);
    assertThat(VersionedValue.parse(written.text())).contains(written);
  }

  @Example
  void aDeletedValueIsNotAnEmptyOne() {
    assertThat(VersionedValue.parse("7-")).contains(new VersionedValue(7, null));
    assertThat(VersionedValue.parse("7:")).contains(new VersionedValue(7, ""));
    assertThat(VersionedValue.parse("7:a:b\n-")).contains(new VersionedValue(7, "a:b\n-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "value", ":", "-", "7", "-7:a", "7-a", "7.5:a", "99999999999999999:a"})
  void otherTextsAreNotGuessedAt(String text) {
    assertThat(VersionedValue.parse(text)).isEmpty();
  }
}
