package org.groupdigest.job.stage.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        "```json\n{\"a\": 1}\n```",
        "Sure! Here it is:\n{\"a\": 1}\nAnything else?",
        "Use { to open a block. {\"a\": 1}",
        "I thought about {this} and {that}: {\"a\": 1} — done }"
      })
  void theObjectIsFoundInFencesAndChatter(String answer) {
    assertThat(AnswerJson.objectsIn(answer)).anySatisfy(o -> assertThat(o.get("a")).isNotNull());
  }

  @Test
  void bracesAndQuotesInsideStringsDoNotEndTheObject() {
    assertThat(AnswerJson.objectsIn("{\"a\": \"} \\\" {\", \"b\": {\"c\": 1}} tail"))
        .singleElement()
        .satisfies(o -> assertThat(o.at("/b/c").asInt()).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no object here", "[1, 2]", "{\"a\": ", "{'a': 1}", "{a}"})
  void whatIsNoObjectGivesNone(String answer) {
    assertThat(AnswerJson.objectsIn(answer)).isEmpty();
  }

  @Test
  void aHostileAnswerIsReadInBoundedTime() {
    String braces = "{".repeat(AnswerJson.MAX_LENGTH);
    Assertions.assertTimeout(
        Duration.ofSeconds(5), () -> assertThat(AnswerJson.objectsIn(braces)).isEmpty());
    String nested = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    assertThat(AnswerJson.objectsIn(nested)).hasSizeLessThanOrEqualTo(1);
  }

  @Property(tries = 300)
  void noTextMakesItThrow(@ForAll String text) {
    assertThat(AnswerJson.objectsIn(text + "{\"" + text)).isNotNull();
  }
}
