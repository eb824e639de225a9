package org.groupdigest.job.context.thread.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

  @ParameterizedTest
  @CsvSource({
    "Анна Попова, анне",
    "Анна Попова, анну",
    "Аня, ань",
    "Саша, саш",
    "Игорь, игорю",
    "Андрей, андрея",
    "Пётр, пётру",
    "Олег, олега"
  })
  void russianFirstNameIsKnownInItsForms(String displayName, String form) {
    assertThat(NameForms.of("u1", displayName)).contains(form);
  }

  @Test
  void latinNameIsNotInflected() {
    assertThat(NameForms.of("marta", "Marta Silva")).containsExactly("marta");
  }

  @ParameterizedTest
  @CsvSource({"Marta__, marta", "marta42, marta", "marta|2, marta"})
  void tailOfANickIsOptional(String nick, String form) {
    assertThat(NameForms.of(nick, null)).contains(nick.toLowerCase(java.util.Locale.ROOT), form);
  }

  @Test
  void shortStemKeepsItsTail() {
    assertThat(NameForms.of("u42", null)).containsExactly("u42");
  }

  @Test
  void nobodyHasNoNames() {
    assertThat(NameForms.of(null, " ")).isEmpty();
  }
}
