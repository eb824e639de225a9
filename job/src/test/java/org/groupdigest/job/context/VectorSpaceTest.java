package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.udfs.text.TextSimilarity;
import org.junit.jupiter.api.Test;

class VectorSpaceTest {

  @Test
  void listsSharedTokensFromRareToFrequent() {
    VectorSpace space = VectorSpace.of(List.of("cat dog eel", "dog eel", "eel", "fox fox"));

    assertThat(space.size()).isEqualTo(2);
    assertThat(space.vector(0).size()).isEqualTo(2);
    assertThat(space.vector(0).token(0)).isEqualTo(space.vector(1).token(0));
    assertThat(space.vector(2).token(0)).isEqualTo(1);
    assertThat(space.vector(3).size()).isZero();
  }

  @Test
  void keepsTheWholeNormThoughUnsharedTokensAreNotListed() {
    VectorSpace space = VectorSpace.of(List.of("solo solo both", "both"));

    assertThat(space.vector(0).normSquared()).isEqualTo(5);
    assertThat(space.vector(0).sharedNormSquared()).isEqualTo(1);
    assertThat(space.vector(0).total()).isEqualTo(3);
  }

  @Test
  void ofNothingIsEmpty() {
    assertThat(VectorSpace.of(List.of()).size()).isZero();
    assertThat(VectorSpace.of(List.of("", "!")).vector(0).normSquared()).isZero();
    assertThat(
            VectorSpace.of(List.of("", "!"))
                .vector(0)
                .cosine(VectorSpace.of(List.of("")).vector(0)))
        .isZero();
  }

  @Test
  void findsAFewTokensInAVeryLongText() {
    String book =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "word" + i % 20_000)
            .collect(Collectors.joining(" "));
    VectorSpace space = VectorSpace.of(List.of(book, "word7 word7 word19999 other", book));

    assertThat(space.vector(0).dot(space.vector(1))).isEqualTo(2 * 3 + 2);
    assertThat(space.vector(1).dot(space.vector(0))).isEqualTo(2 * 3 + 2);
    assertThat(space.vector(0).cosine(space.vector(2))).isCloseTo(1, within(1e-12));
  }

  @Property(tries = 300)
  void hasTheCosineOfTheTexts(@ForAll @From("texts") List<String> texts) {
    VectorSpace space = VectorSpace.of(texts);
    for (int i = 1; i < texts.size(); i++) {
      TokenVector a = space.vector(i);
      TokenVector b = space.vector(i - 1);
      double expected = TextSimilarity.cosine(texts.get(i), texts.get(i - 1));

      assertThat(a.cosine(b)).isCloseTo(expected, within(1e-12));
      assertThat(a.dotBound(b)).isGreaterThanOrEqualTo((double) a.dot(b));
    }
  }

  @Property(tries = 300)
  void aFirstLookNeverHidesAMatch(@ForAll @From("texts") List<String> texts) {
    VectorSpace space = VectorSpace.of(texts);
    VectorColumns columns = new VectorColumns();
    for (int i = 0; i < texts.size(); i++) {
      columns.add(space.vector(i));
    }
    for (int i = 0; i < texts.size(); i++) {
      TokenVector vector = space.vector((i * 7 + 1) % texts.size());
      double cosine = vector.cosine(space.vector(i));

      assertThat(columns.mayReach(i, vector, cosine * cosine * (1 - 1e-9))).isTrue();
    }
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.integers()
        .between(0, 120)
        .map(i -> "t" + i * i / 100)
        .list()
        .ofMaxSize(40)
        .map(words -> String.join(" ", words))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
