package org.groupdigest.udfs.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageAnalyzerTest {

  private final LanguageAnalyzer english = LanguageAnalyzer.of("en");
  private final LanguageAnalyzer russian = LanguageAnalyzer.of("ru");
  private final LanguageAnalyzer other = LanguageAnalyzer.of("tr");

  @Test
  void inflectedFormsShareAStem() {
    assertThat(russian.contentStems("таймаут таймаута таймаутом"))
        .hasSize(3)
        .containsOnly("таймаут");
    assertThat(english.contentStems("deploy deployed deploying deploys")).containsOnly("deploy");
  }

  @Test
  void yoIsTheSameLetterAsYe() {
    assertThat(russian.contentStems("отчёт")).isEqualTo(russian.contentStems("отчет"));
  }

  @Test
  void wordsOfTheOtherLanguageAreAnalysedByTheirScript() {
    assertThat(russian.contentStems("задеплоил releases")).contains("releas");
    assertThat(english.contentStems("сломался сервер")).contains("сервер");
  }

  @Test
  void stopWordsCarryNoContent() {
    assertThat(english.contentStems("I just don't know what it is, ok?")).isEmpty();
    assertThat(russian.contentStems("ну вот это же всё и есть")).isEmpty();
  }

  @Test
  void chatFillersAreStopWordsToo() {
    assertThat(english.contentStems("lol thanks btw")).isEmpty();
    assertThat(russian.contentStems("спс, ок, ага")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sun-java6-jre", "client_max_body_size", "xorg.conf", "don't"})
  void technicalWordsStayWhole(String word) {
    assertThat(english.terms("see " + word + ", please")).extracting(Term::surface).contains(word);
  }

  @Test
  void connectorsAtTheEdgeDoNotBelongToAWord() {
    assertThat(english.terms("'quoted' end. -dash-"))
        .extracting(Term::surface)
        .containsExactly("quoted", "end", "dash");
  }

  @Test
  void otherLanguagesAreOnlyLowerCased() {
    assertThat(other.contentStems("Güzel evler ve bahçeler"))
        .containsExactly("güzel", "evler", "ve", "bahçeler");
  }

  @Test
  void unknownLanguagesHaveNoStopWords() {
    assertThat(LanguageAnalyzer.of(null).terms("the and of")).noneMatch(Term::stop);
    assertThat(LanguageAnalyzer.of("und").terms("и или но"))
        .extracting(Term::stop)
        .containsExactly(true, false, false);
  }

  @Test
  void wordsWithoutBlanksHaveOffsetsAndStopWords() {
    List<Term> terms = LanguageAnalyzer.of("zh").terms("我们买projector-2和电缆");

    assertThat(terms)
        .extracting(Term::surface)
        .containsExactly("我们", "买", "projector-2", "和", "电缆");
    assertThat(LanguageAnalyzer.of("zh").contentStems("我们买projector-2和电缆"))
        .containsExactly("projector-2", "电缆");
    assertThat(terms.get(4).start()).isEqualTo(15);
  }

  @Test
  void japaneseEndingsAndThaiParticlesCarryNoContent() {
    assertThat(LanguageAnalyzer.of("ja").contentStems("電池の講演は録画するべきです"))
        .contains("電池", "講演", "録画")
        .doesNotContain("の", "です", "する");
    assertThat(LanguageAnalyzer.of("th").contentStems("ไม่ได้เอาสายมา"))
        .contains("สาย")
        .doesNotContain("ไม่");
  }

  @Test
  void wordsOfFullWidthAreTheOrdinaryOnes() {
    assertThat(LanguageAnalyzer.of("en").contentStems("ＤＩＳＫ")).containsExactly("disk");
  }

  @Test
  void marksThatShapeEmojiAreNoWords() {
    assertThat(LanguageAnalyzer.of("en").terms("❤️ 👍🏽 ☎️")).isEmpty();
  }

  @Test
  void nothingHasNoWords() {
    assertThat(english.terms(null)).isEmpty();
    assertThat(english.terms("")).isEmpty();
    assertThat(english.terms("🎉 ... !!")).isEmpty();
  }

  @Property(tries = 200)
  void offsetsPointAtTheSurface(@ForAll String text) {
    for (Term term : russian.terms(text)) {
      assertThat(text.substring(term.start(), term.end())).isEqualTo(term.surface());
    }
  }

  @Property(tries = 200)
  void analysisIsTheSameEachTime(@ForAll String text) {
    assertThat(english.terms(text)).isEqualTo(LanguageAnalyzer.of("en").terms(text));
  }
}
