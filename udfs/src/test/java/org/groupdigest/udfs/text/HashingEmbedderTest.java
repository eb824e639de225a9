package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashingEmbedderTest {

  private final HashingEmbedder embedder = new HashingEmbedder(384);

  @Test
  void theSameTextHasTheSameVectorInEveryEmbedder() {
    assertThat(embedder.embed("Лаг kafka растёт").orElseThrow())
        .isEqualTo(new HashingEmbedder(384).embed("Лаг kafka растёт").orElseThrow());
  }

  /** Vectors of earlier versions are stored: whoever changes these numbers must embed all anew. */
  @Test
  void vectorsStayAsTheyAreFromVersionToVersion() {
    assertThat(new HashingEmbedder(8).embed("Bus to the lake").orElseThrow())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(
            -0.19644576f, 0, 0.22683603f, -0.22683603f, 0, 0.6548192f, 0.6548192f, 0.030390264f);
  }

  @Property
  void aVectorHasLengthOneOrThereIsNone(@ForAll String text, @ForAll @IntRange(min = 1) int size) {
    int some = 1 + size % 64;
    new HashingEmbedder(some)
        .embed(text)
        .ifPresent(
            vector -> {
              assertThat(vector).hasSize(some);
              assertThat(Math.sqrt(dot(vector, vector))).isEqualTo(1, within(1e-5));
            });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "🙂 …", "!?"})
  void aTextWithoutWordsHasNoVector(String text) {
    assertThat(embedder.embed(text)).isEmpty();
  }

  @Test
  void aTextOfStopWordsIsAtLeastLikeItself() {
    assertThat(similarity("что это было", "что это было")).isEqualTo(1, within(1e-5));
  }

  @Test
  void theOrderOfWordsDoesNotMatter() {
    assertThat(similarity("billing logs are late", "late are logs billing"))
        .isEqualTo(1, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({
    "заказ ушёл двум курьерам, заказы уходят двум курьерам, батареи холодные в подъезде",
    "перестроили индекс поиска, перестройка поискового индекса, согласование бюджета отдела",
    "tests of the checkout fail, checkout test failed again, training for the marathon",
    "задеплоили hotfix для kafka, деплой хотфикса kafka, костюмы к празднику",
    "migrations of databases, a database is migrated, coffee machine leaks"
  })
  void inflectedWordsAreNearerThanOtherWords(String text, String similar, String other) {
    assertThat(similarity(text, similar)).isGreaterThan(0.3 + similarity(text, other));
  }

  @Test
  void aMisspeltWordIsNearerThanAnother() {
    assertThat(similarity("перерасчёт", "пересчёт"))
        .isGreaterThan(similarity("перерасчёт", "лыжи"));
  }

  @Test
  void aWordThatIsRepeatedCountsMoreButNotInProportion() {
    double once = similarity("lake", "lake bus");
    double often = similarity("lake", "lake lake lake lake lake lake lake lake bus");
    assertThat(often).isGreaterThan(once).isLessThan(0.97);
  }

  @Test
  void aVectorWithoutNumbersIsRefused() {
    assertThatThrownBy(() -> new HashingEmbedder(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private double similarity(String a, String b) {
    return dot(embedder.embed(a).orElseThrow(), embedder.embed(b).orElseThrow());
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
