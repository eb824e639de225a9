package org.groupdigest.job.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.testing.Digests;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

class DeterministicCheckerTest {

  private static final Topics NO_TOPICS = new Topics(List.of());

  private final DeterministicChecker checker = new DeterministicChecker();
  private final WindowContext window =
      new WindowFixture()
          .message("1", "anna", "Вебхук теряет платежи при 200 rps, очередь переполняется")
          .message("2", "gleb", "Нагрузочный тест запущу на стейдже")
          .message("3", "oleg", "Обед в час")
          .ranked("1", 0.9)
          .ranked("2", 0.5)
          .ranked("3", 0.1)
          .build();

  @Test
  void aClaimThatItsSourcesCarryIsSupported() {
    DeterministicChecks checks =
        check(NO_TOPICS, claim("Вебхук теряет платежи под нагрузкой 200 rps", "1"));
    assertThat(checks.supportedClaims()).isEqualTo(1);
    assertThat(checks.citationPrecision()).isEqualTo(1.0);
    assertThat(checks.problems()).isEmpty();
  }

  @Test
  void aClaimAboutSomethingElseIsNotSupported() {
    DeterministicChecks checks =
        check(NO_TOPICS, claim("Команда празднует день рождения директора", "1"));
    assertThat(checks.citationPrecision()).isZero();
    assertThat(checks.problems()).containsExactly("unsupported_wording:key_points[0]");
  }

  @Test
  void aHeadlineInTheWordsOfTheProductIsCheckedByItsCitationsAlone() {
    DeterministicChecker knowing = new DeterministicChecker("Тихий спокойный день"::equals);
    assertThat(knowing.check(window, NO_TOPICS, headed("Тихий спокойный день", "1"), 10).problems())
        .isEmpty();
    assertThat(
            knowing.check(window, NO_TOPICS, headed("Тихий спокойный день", "99"), 10).problems())
        .containsExactly("unresolved_citation:headline");
    assertThat(checker.check(window, NO_TOPICS, headed("Тихий спокойный день", "1"), 10).problems())
        .containsExactly("unsupported_wording:headline");
  }

  private static Synthesis headed(String headline, String id) {
    return new Synthesis(
        new Claim(headline, List.of(id)), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void aNumberThatNoSourceBearsIsNotSupported() {
    assertThat(check(NO_TOPICS, claim("Вебхук теряет платежи при 500 rps", "1")).problems())
        .containsExactly("unsupported_fact:key_points[0]");
  }

  @Test
  void aTranslationIsJudgedByItsNumbersAlone() {
    assertThat(check(NO_TOPICS, claim("The webhook loses payments at 200 rps", "1")).problems())
        .isEmpty();
    assertThat(check(NO_TOPICS, claim("The webhook loses payments at 300 rps", "1")).problems())
        .isNotEmpty();
  }

  @Test
  void citationsThatDoNotResolveAreCountedAndNotSupported() {
    DeterministicChecks checks =
        check(NO_TOPICS, claim("Вебхук теряет платежи", "1", "99"), claim("Вебхук"));
    assertThat(checks.citations()).isEqualTo(2);
    assertThat(checks.resolvedCitations()).isEqualTo(1);
    assertThat(checks.problems())
        .containsExactly("unresolved_citation:key_points[0]", "no_citation:key_points[1]");
  }

  @Test
  void coverageWeighsTheRankingByWhatClaimsAndTopicsReach() {
    assertThat(check(NO_TOPICS, claim("Вебхук теряет платежи", "1")).rankedCoverage())
        .isCloseTo(0.6, within(1e-9));
    Topics topics =
        new Topics(
            List.of(Digests.topic("Тест", "low", "idea", 2, "Нагрузочный тест", List.of("2"))));
    assertThat(check(topics, claim("Вебхук теряет платежи", "1")).rankedCoverage())
        .isCloseTo(1.4 / 1.5, within(1e-9));
  }

  @Test
  void aTopicThatNoClaimCitesIsNotCovered() {
    Topics topics =
        new Topics(
            List.of(
                Digests.topic("Вебхук", "low", "idea", 2, "Вебхук теряет платежи", List.of("1")),
                Digests.topic("Тест", "low", "idea", 2, "Нагрузочный тест", List.of("2"))));
    DeterministicChecks checks = check(topics, claim("Вебхук теряет платежи", "1"));
    assertThat(checks.topicCoverage()).isEqualTo(0.5);
    assertThat(checks.problems()).containsExactly("topic_not_covered:topics[1]");
  }

  @Test
  void aClaimThatRepeatsAnotherCountsAsRepetition() {
    DeterministicChecks checks =
        check(NO_TOPICS, claim("Вебхук теряет платежи", "1"), claim("Вебхук теряет платежи!", "1"));
    assertThat(checks.repetition()).isEqualTo(0.5);
    assertThat(checks.problems()).containsExactly("repeated:key_points[1]");
  }

  @Test
  void actionsAreClaimsTooAndTheirDatesCount() {
    Synthesis synthesis =
        new Synthesis(
            new Claim("Вебхук теряет платежи", List.of("1")),
            List.of(),
            List.of(),
            List.of(),
            List.of(new ActionItem("gleb", "нагрузочный тест на стейдже", "12.12", List.of("2"))),
            List.of());
    DeterministicChecks checks = checker.check(window, NO_TOPICS, synthesis, 10);
    assertThat(checks.claims()).isEqualTo(2);
    assertThat(checks.problems()).containsExactly("unsupported_fact:actions[0]");
  }

  @Test
  void anEmptyDigestHasNothingWrongAndATooLongOneHas() {
    DeterministicChecks empty = checker.check(window, NO_TOPICS, null, 5000);
    assertThat(empty.citationPrecision()).isEqualTo(1.0);
    assertThat(empty.topicCoverage()).isEqualTo(1.0);
    assertThat(empty.rankedCoverage()).isZero();
    assertThat(empty.problems()).containsExactly("too_long");
  }

  private DeterministicChecks check(Topics topics, Claim... keyPoints) {
    Synthesis synthesis =
        new Synthesis(null, Arrays.asList(keyPoints), List.of(), List.of(), List.of(), List.of());
    return checker.check(window, topics, synthesis, 100);
  }

  private static Claim claim(String text, String... ids) {
    return new Claim(text, List.of(ids));
  }
}
