package org.groupdigest.udfs.pii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerScanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "٣", "𝟑", "１", "a@b", "＠", "пароль: да", "a=b", "：", "abcdefghijklmnop"})
  void whatDetectorsCouldFindIsSearched(String text) {
    assertThat(TriggerScan.mayHoldPii(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "привет, как дела?", "see you (maybe) 😀👍", "word word word"})
  void mostTalkIsNot(String text) {
    assertThat(TriggerScan.mayHoldPii(text)).isFalse();
  }
}
