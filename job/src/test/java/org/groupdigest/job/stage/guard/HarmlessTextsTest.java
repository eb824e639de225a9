package org.groupdigest.job.stage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer says is kept; what would act by itself, or is not seen, is not. */
class HarmlessTextsTest {

  @ParameterizedTest
  @CsvSource({
    "see https://evil.example/x, see evil.example/x",
    "HTTPS://EVIL.EXAMPLE, EVIL.EXAMPLE",
    "hthttps://tps://evil.example, evil.example",
    "[x](tg://resolve?domain=y), [x](resolve?domain=y)",
    "javascript:alert(1), javascript: alert(1)",
    "mailto:x@evil.example, mailto: x@evil.example",
    "\uff48\uff54\uff54\uff50\uff1a\uff0f\uff0fevil, \uff48\uff54\uff54\uff50: evil",
    "pay\u202eload\u200b now, payload now"
  })
  void addressesAreNotLiveAndNothingIsHidden(String text, String harmless) {
    assertThat(HarmlessTexts.harmless(text)).isEqualTo(harmless);
  }

  @ParameterizedTest
  @CsvSource({"Data: 3 rows", "at 10:30", "и/или", "a // b", "C++ or C#", "such:/ is life"})
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(HarmlessTexts.harmless(text)).isEqualTo(text);
  }

  @Test
  void namesAndIdsAreLeftToTheLookUp() {
    String json =
        "{\"topics\":[{\"title\":\"a\\u200bb\",\"message_ids\":[\"x\\u200b\"],"
            + "\"owners\":[\"tg://o\"],\"message_count\":3,\"decision\":null}]}";
    assertThat(HarmlessTexts.in(Json.read(json, JsonNode.class)).toString())
        .isEqualTo(json.replace("a\\u200bb", "ab").replace("\\u200b", "\u200b"));
  }

  @Property(tries = 500)
  void harmlessTextIsHarmlessAlready(@ForAll("pieces") String text) {
    String harmless = HarmlessTexts.harmless(text);
    assertThat(harmless).doesNotContain("://");
    assertThat(HarmlessTexts.harmless(harmless)).isEqualTo(harmless);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of("http", "s", ":", "/", "\\", "data:", "x", " ", "é", "\u200b", "：", "／")
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }
}
