package org.groupdigest.udfs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Map;
import org.apache.flink.table.functions.FunctionContext;
import org.groupdigest.udfs.pii.PiiKeys;
import org.groupdigest.udfs.pii.PiiMasker;
import org.junit.jupiter.api.Test;

class MaskPiiFunctionTest {

  private static final String KEY = "a key of the tests only";
  private static final PiiMasker MASKER = PiiMasker.withKey(PiiKeys.parse(KEY));

  private static MaskPiiFunction opened(Map<String, String> parameters) {
    MaskPiiFunction function = new MaskPiiFunction();
    function.open(
        new FunctionContext(null) {
          @Override
          public String getJobParameter(String key, String defaultValue) {
            return parameters.getOrDefault(key, defaultValue);
          }
        });
    return function;
  }

  @Test
  void masksWithTheKeyOfTheJobParameters() {
    MaskPiiFunction function = opened(Map.of(MaskPiiFunction.KEY_PARAMETER, KEY));
    String text = "call +7 903 555-12-34";

    assertThat(function.eval(text)).isEqualTo(MASKER.mask("default", text).text());
    assertThat(function.eval(text, "acme")).isEqualTo(MASKER.mask("acme", text).text());
    assertThat(function.eval(text, null)).isEqualTo(function.eval(text));
  }

  @Test
  void nullStaysNull() {
    MaskPiiFunction function = opened(Map.of(MaskPiiFunction.KEY_PARAMETER, KEY));

    assertThat(function.eval(null)).isNull();
    assertThat(function.eval(null, "acme")).isNull();
  }

  @Test
  void withoutAKeyTheQueryFails() {
    assumeThat(System.getenv(PiiKeys.VARIABLE)).isNull();

    assertThatThrownBy(() -> opened(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(MaskPiiFunction.KEY_PARAMETER);
  }
}
