package org.groupdigest.job.stage.extractive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NominalFormTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"двойные возвраты", "новый сервер", "общая касса", "срочное письмо", "релиз 4.8"})
  void adjectivesThatAgreeAndVersionsNameAThing(String phrase) {
    assertThat(NominalForm.agrees(phrase)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"двойных возвратов", "новым сервером", "релизе 4.8", "завтра утром", "new server"})
  void otherCasesAndOtherWordsDoNot(String phrase) {
    assertThat(NominalForm.agrees(phrase)).isFalse();
  }
}
