package org.groupdigest.udfs.pii.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.udfs.pii.PiiTexts.assertFound;
import static org.groupdigest.udfs.pii.PiiTexts.assertNothing;
import static org.groupdigest.udfs.pii.PiiTexts.masked;

import org.groupdigest.udfs.pii.scan.PiiKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenEmailTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write «ann (at) example (dot) org» please",
        "«ann[at]example.org»",
        "«ann [AT] mail [DOT] example [DOT] org»",
        "«ann{at}example{dot}org»",
        "«ann (a) example.org»",
        "«ann (@) example.org», ok",
        "mail «ann.lee at example dot org» today",
        "«ann dot lee at example dot org»",
        "пиши на «anna собака example точка ru»",
        "моя почта «anna.k собака mail.example.ru»",
        "«anna (собака) example (точка) ru»",
        "«анна собака почта точка рф»",
        "«ana arroba ejemplo punto es»",
        "«ann@example dot org»",
        "scrivi a «anna chiocciola esempio punto it»",
        "«ANNA CHIOCCIOLA ESEMPIO PUNTO IT»",
        "pisz: «anna małpa przyklad kropka pl»",
        "«jan(zavináč)priklad(tečka)cz»",
        "«jan zavináč priklad tečka cz»",
        "«anne arobase exemple point fr»",
        "«АННА СОБАКА ПРИМЕР ТОЧКА РФ»",
        "«анна сабака пример точка рф»",
        "«ann @ example dot org»"
      })
  void addressThatIsSpelledOutIsMaskedWhole(String marked) {
    assertFound(PiiKind.EMAIL, marked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "meet me at example.org",
        "look at example dot com",
        "у меня собака, 5 лет, на example.ru нашли",
        "моя собака точка боится",
        "(at the office) and (dot) matrix",
        "f(a) example.org",
        "la chiocciola mangia un punto di insalata",
        "małpa je banana, kropka",
        "at 5 dot 30"
      })
  void placesAndDogsStay(String text) {
    assertNothing(text);
  }

  @Test
  void spelledAddressHasThePseudonymOfThePlainOne() {
    assertThat(masked("ann (at) example (dot) org")).isEqualTo(masked("ann@example.org"));
    assertThat(masked("ann собака example точка org")).isEqualTo(masked("Ann@example.org"));
  }
}
