package org.groupdigest.job.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageCatalogTest {

  @Test
  void russianAndEnglishAreComplete() throws IOException {
    Set<String> english = keys("en");
    Set<String> russian = keys("ru");
    Set<String> wordsOfRussian = new HashSet<>(russian);
    wordsOfRussian.removeIf(key -> key.endsWith(".few"));
    assertThat(wordsOfRussian).isEqualTo(english);
    russian.stream()
        .filter(key -> key.endsWith(".many"))
        .forEach(key -> assertThat(russian).contains(key.replace(".many", ".few")));
  }

  @Test
  void whatALanguageLacksIsEnglish() {
    assertThat(new MessageCatalog().of("xx").get("quiet")).isEqualTo("Nothing important happened.");
    assertThat(new MessageCatalog().of(null).get("quiet")).isEqualTo("Nothing important happened.");
  }

  @Test
  void argumentsAreFilledInOnceAndNotReadAgain() {
    Messages messages =
        new Messages(
            java.util.Locale.ENGLISH, Map.of("plural.rule", "same", "x", "{0} and {1} {9} {"));
    assertThat(messages.get("x", "{1}", "b")).isEqualTo("{1} and b {9} {");
    assertThatThrownBy(() -> messages.get("missing")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void languagesCountAsTheyDo() {
    assertThat(PluralRule.SLAVIC.category(1)).isEqualTo("one");
    assertThat(PluralRule.SLAVIC.category(14)).isEqualTo("many");
    assertThat(PluralRule.SLAVIC.category(23)).isEqualTo("few");
    assertThat(PluralRule.SLAVIC.category(0)).isEqualTo("many");
    assertThat(PluralRule.ONE_OTHER.category(1)).isEqualTo("one");
    assertThat(PluralRule.ONE_OTHER.category(0)).isEqualTo("many");
    assertThat(PluralRule.SAME.category(1)).isEqualTo("many");
  }

  private static Set<String> keys(String language) throws IOException {
    Properties properties = new Properties();
    String path = "/render/messages_" + language + ".properties";
    try (InputStreamReader reader =
        new InputStreamReader(
            MessageCatalogTest.class.getResourceAsStream(path), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties.stringPropertyNames();
  }
}
