package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.groupdigest.job.stage.StageRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptLibraryTest {

  @ParameterizedTest
  @EnumSource(PromptPart.class)
  void everyPartIsFilledInEveryLanguage(PromptPart part) {
    Map<String, String> values =
        part.placeholders().stream()
            .collect(Collectors.toMap(name -> name, name -> "<" + name + ">"));

    for (String language : PromptLibrary.LANGUAGES) {
      String text = new PromptLibrary().in(language).fill(part, values);

      assertThat(text).isNotBlank().doesNotContain("${");
      assertThat(values.values()).allMatch(text::contains);
    }
  }

  @Test
  void russianAndEnglishAreNotTheSameText() {
    PromptTexts russian = new PromptLibrary().in("ru");
    PromptTexts english = new PromptLibrary().in("en");

    for (PromptPart part : PromptPart.values()) {
      assertThat(russian.templates().get(part)).isNotEqualTo(english.templates().get(part));
    }
  }

  @Test
  void otherLanguagesAreAskedForInEnglishByName() {
    PromptTexts german = new PromptLibrary().in("de");

    assertThat(german.language()).isEqualTo("en");
    assertThat(german.answerLanguage()).isEqualTo("German");
    assertThat(new PromptLibrary().in("ru").answerLanguage()).isEqualTo("русский");
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "", "not a language"})
  void anUnknownLanguageIsThatOfTheMessages(String language) {
    assertThat(new PromptLibrary().in(language).answerLanguage()).isEqualTo("that of the messages");
  }

  @Test
  void aTextWithoutAValueItNeedsStopsTheStart() {
    assertThatThrownBy(() -> edited("/roles_agent", text -> text.replace("${people}", "three")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("roles_agent-v1")
        .hasMessageContaining("people");
  }

  @Test
  void aTextWithAValueThatNobodyFillsStopsTheStart() {
    assertThatThrownBy(() -> edited("/emotion_agent", text -> text + " ${mood}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("emotion_agent-v1");
  }

  @Test
  void aSectionWithoutALegendStopsTheStart() {
    assertThatThrownBy(() -> edited("/sections", text -> text.replace("units: ", "unit: ")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("units");
  }

  @Test
  void anEditedTextIsAnotherVersionOfThePromptsThatUseIt() {
    Prompt before = map(new PromptLibrary());
    Prompt edited = map(edited("/roles_agent", text -> text + " Be fair."));
    Prompt other = map(edited("/topic_agent", text -> text + " Be brief."));

    assertThat(before.promptVersion()).matches("v1-[0-9a-f]{8}");
    assertThat(edited.promptVersion()).isNotEqualTo(before.promptVersion());
    assertThat(edited.inputChecksum()).isNotEqualTo(before.inputChecksum());
    assertThat(other).isEqualTo(before);
  }

  private static Prompt map(PromptLibrary library) {
    StageRequest request =
        PromptFixture.request(PromptFixture.MAP, OrdinaryChat.window(20, "ru"), Map.of());
    return new PromptBuilder(library, PromptFixture.COUNTER, PromptFixture.GUARD, 32_000)
        .build(request)
        .orElseThrow();
  }

  private static PromptLibrary edited(String name, UnaryOperator<String> edit) {
    return new PromptLibrary(
        path -> path.contains(name) ? edit.apply(resource(path)) : resource(path));
  }

  private static String resource(String path) {
    try (InputStream in = PromptLibraryTest.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
