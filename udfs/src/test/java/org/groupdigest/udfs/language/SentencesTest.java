package org.groupdigest.udfs.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void marksAndLineFeedsEndASentence() {
    assertThat(Sentences.of("It broke. Why? Look!\nfresh line"))
        .containsExactly("It broke.", "Why?", "Look!", "fresh line");
  }

  @Test
  void russianSentencesAreSplitTheSameWay() {
    assertThat(Sentences.of("Всё упало. Почему? Смотрим…  Разобрались!"))
        .containsExactly("Всё упало.", "Почему?", "Смотрим…", "Разобрались!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Use e.g. the second one",
        "В т.ч. вчерашние, и т.д. и т.п. тоже",
        "Version 2.3 of app.conf is at docs.example.org/a.b now",
        "Ask J. Doe about it",
        "Это стоит 5 тыс. рублей",
        "В 2024 г. открыли станцию",
        "wait... what about the other one",
        "1. first of the list"
      })
  void whatOnlyLooksLikeAnEndIsNone(String text) {
    assertThat(Sentences.of(text)).containsExactly(text);
  }

  @Test
  void closingQuotesAndBracketsStayWithTheirSentence() {
    assertThat(Sentences.of("He said \"stop.\" Then he left. (Really.) Yes."))
        .containsExactly("He said \"stop.\"", "Then he left.", "(Really.)", "Yes.");
  }

  @Test
  void repeatedMarksAreOneEnd() {
    assertThat(Sentences.of("What?!?! No way!!! ok"))
        .containsExactly("What?!?!", "No way!!!", "ok");
  }

  @Test
  void theFirstPersonPronounIsNoInitial() {
    assertThat(Sentences.of("So did I. They left.")).hasSize(2);
  }

  @Test
  void nothingHasNoSentences() {
    assertThat(Sentences.of(null)).isEmpty();
    assertThat(Sentences.of(" \n \n")).isEmpty();
  }

  @Property(tries = 300)
  void noCharacterIsLostOrAdded(@ForAll String text) {
    String joined = String.join("", Sentences.of(text)).replaceAll("[\\s\\p{Z}\\p{C}]", "");
    assertThat(joined).isEqualTo(text.replaceAll("[\\s\\p{Z}\\p{C}]", ""));
  }
}
