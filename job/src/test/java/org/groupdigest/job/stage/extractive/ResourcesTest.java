package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Russian and English are complete, and no expression is broken. */
class ResourcesTest {

  private static Map<String, ?> sections(String language, String file) {
    return SectionedResource.read("/extractive/" + language + "/" + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cues.txt", "wording.txt"})
  void bothLanguagesHaveTheSameSections(String file) {
    assertThat(sections("ru", file).keySet()).isEqualTo(sections("en", file).keySet());
  }

  @Test
  void bothLanguagesKnowTheSameFeelings() {
    Set<String> russian = sections("ru", "emotions.txt").keySet();
    assertThat(sections("en", "emotions.txt").keySet()).containsAll(russian);
  }

  @Test
  void bothLanguagesSayTheSameThings() {
    for (String line : SectionedResource.read("/extractive/en/wording.txt").get("wording")) {
      String key = line.split("=", 2)[0].strip();
      assertThat(Wording.of("ru").say(key, "x")).as(key).isPresent();
    }
  }

  @Test
  void aLanguageWithoutResourcesSaysNothing() {
    assertThat(Wording.of("tr").say("quiet.day", "x")).isEmpty();
    assertThat(LanguagePack.of("tr", "tr").cues().in("decision", "we decided to go")).isFalse();
  }

  @Test
  void aTextThatIsNotThereIsAFaultOfTheBuild() {
    assertThatThrownBy(() -> SectionedResource.read("/extractive/xx/cues.txt"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/extractive/xx/cues.txt");
  }

  @Test
  void cueWordsMatchWholeWordsInAnyCase() {
    CueWords cues = CueWords.of(LanguagePack.COMPLETE);
    assertThat(cues.in("risk", "There is a RISK here")).isTrue();
    assertThat(cues.in("risk", "an asterisk here")).isFalse();
    assertThat(cues.in("problem", "Всё сломалось опять")).isTrue();
    assertThat(cues.isAll("chatter", "Понял!")).isTrue();
    assertThat(cues.isAll("chatter", "Понял, что мост закрыт")).isFalse();
    assertThat(cues.isAll("dangling", "утро")).isFalse();
    assertThat(cues.count("humor", "lol haha")).isEqualTo(2);
    assertThat(cues.find("due", "Сделаю ещё до среды, честно")).contains("до среды");
    assertThat(cues.begins("lead-in", "hello world of bridges")).isTrue();
    assertThat(cues.in("no-such-section", "anything")).isFalse();
  }
}
