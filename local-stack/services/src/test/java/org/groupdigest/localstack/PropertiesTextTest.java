package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PropertiesTextTest {

  @ParameterizedTest
  @ValueSource(strings = {"/data", "/with blank", " leading", "C:\\new", "/чат/🙂", "a=b:c#d!e"})
  void aValueIsReadAsItWasWritten(String value) throws Exception {
    Properties read = new Properties();
    read.load(new StringReader("key=" + PropertiesText.escaped(value)));
    assertThat(read.getProperty("key")).isEqualTo(value);
  }
}
