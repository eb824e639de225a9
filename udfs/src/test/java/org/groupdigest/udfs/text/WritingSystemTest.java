package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WritingSystemTest {

  @Test
  void isTheOneOfTheLetters() {
    assertThat(WritingSystem.of("plain words")).isEqualTo(WritingSystem.LATIN);
    assertThat(WritingSystem.of("просто слова")).isEqualTo(WritingSystem.CYRILLIC);
    assertThat(WritingSystem.of("会議です")).isEqualTo(WritingSystem.JAPANESE);
    assertThat(WritingSystem.of("会议")).isEqualTo(WritingSystem.CHINESE);
  }

  @Test
  void isNotLatinOnceThreeLettersOfTenAreForeign() {
    assertThat(WritingSystem.of("abcdefg где")).isEqualTo(WritingSystem.CYRILLIC);
    assertThat(WritingSystem.of("abcdefgh ок")).isEqualTo(WritingSystem.LATIN);
  }

  @Test
  void isHanWhereTermsInLatinLettersAreLongerThanTheRest() {
    assertThat(WritingSystem.of("我们用Kubernetes部署staging环境")).isEqualTo(WritingSystem.CHINESE);
    assertThat(WritingSystem.of("memory limitを上げるPRを出しました")).isEqualTo(WritingSystem.JAPANESE);
    assertThat(WritingSystem.of("東京都庁前で会議をする")).isEqualTo(WritingSystem.JAPANESE);
  }

  @Test
  void isNoneWithoutLetters() {
    assertThat(WritingSystem.of("12 + 30 = 🎉")).isNull();
  }

  @Test
  void knowsWhatIsWrittenInIt() {
    assertThat(WritingSystem.CYRILLIC.writes("uk")).isTrue();
    assertThat(WritingSystem.CYRILLIC.writes("en")).isFalse();
    assertThat(WritingSystem.LATIN.writes("en")).isTrue();
    assertThat(WritingSystem.LATIN.writes("ru")).isFalse();
    assertThat(WritingSystem.GREEK.onlyLanguage()).isEqualTo("el");
    assertThat(WritingSystem.CYRILLIC.onlyLanguage()).isNull();
  }

  @Test
  void blanksOutWordsOfOthers() {
    assertThat(WritingSystem.CYRILLIC.wordsOf("см. logs")).isEqualTo("см.     ");
  }
}
