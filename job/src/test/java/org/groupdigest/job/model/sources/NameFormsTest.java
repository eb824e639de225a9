package org.groupdigest.job.model.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

  @ParameterizedTest
  @CsvSource({
    "Глеб,глеб",
    "Глебу,Глеб",
    "Глебом,Глеб",
    "Анне,Анна",
    "Анной,Анна",
    "Олега,Олег",
    "ANNA,anna"
  })
  void aDeclinedNameIsTheName(String word, String name) {
    assertThat(NameForms.isForm(word, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Анатолий,Анна",
    "Олегович,Олег",
    "Annas,Anna",
    "Яков,Яна",
    "Глебушкин,Глеб",
    "'',Анна"
  })
  void anotherNameIsNot(String word, String name) {
    assertThat(NameForms.isForm(word, name)).isFalse();
  }
}
