package org.groupdigest.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are read from variables, checked, and complained about all at once. */
class SettingsLoaderTest {

  @Test
  void withoutVariablesTheDefaultsHold() {
    DigestSettings settings = SettingsLoader.load(Map.of());
    assertThat(settings.windowGrace()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.minMessages()).isEqualTo(8);
    assertThat(settings.qualityThreshold()).isEqualTo(0.7);
    assertThat(settings.rollout()).isEqualTo(new Rollout(true, java.util.Set.of()));
    assertThat(settings.context()).isEqualTo(ContextSettings.defaults());
  }

  @Test
  void everyNumberOfTheContextCanBeSet() {
    DigestSettings settings =
        SettingsLoader.load(
            Map.ofEntries(
                Map.entry("DIGEST_CONTEXT_SIMILARITY", "0.9"),
                Map.entry("DIGEST_CONTEXT_SOFT_SIMILARITY", "0.8"),
                Map.entry("DIGEST_CONTEXT_DEDUP_TIME", "90 min"),
                Map.entry("DIGEST_CONTEXT_HALF_LIFE", "4 h"),
                Map.entry("DIGEST_CONTEXT_MAX_MESSAGES", "300"),
                Map.entry("DIGEST_CONTEXT_TOP_RANKED", "100"),
                Map.entry("DIGEST_CONTEXT_HISTORY_WINDOWS", "2"),
                Map.entry("DIGEST_CONTEXT_HISTORY_MESSAGES", "80"),
                Map.entry("DIGEST_CONTEXT_RECENCY_WEIGHT", "0.1"),
                Map.entry("DIGEST_CONTEXT_REPLY_WEIGHT", "0.2"),
                Map.entry("DIGEST_CONTEXT_LENGTH_WEIGHT", "0.3"),
                Map.entry("DIGEST_CONTEXT_REACTIONS_WEIGHT", "0.4"),
                Map.entry("DIGEST_CONTEXT_MEDIA_WEIGHT", "0.5")));
    assertThat(settings.context())
        .isEqualTo(
            new ContextSettings(
                0.9,
                0.8,
                Duration.ofMinutes(90),
                Duration.ofHours(4),
                new ScoreWeights(0.1, 0.2, 0.3, 0.4, 0.5),
                0.85,
                0.7,
                300,
                100,
                2,
                80,
                6,
                20));
  }

  @Test
  void everyProblemIsReportedAtOnceAndNoValueIs() {
    List<String> problems =
        problems(
            Map.of(
                "DIGEST_MIN_MESSAGES", "several-secret",
                "DIGEST_QUALITY_THRESHOLD", "1.5",
                "DIGEST_TIME_ZONE", "Nowhere/Secret",
                "DIGEST_WINDOW_HOURS", "5",
                "DIGEST_CONTEXT_SIMILARITY", "0.5",
                "DIGEST_CONTEXT_MEDIA_WEIGHT", "-1",
                "DIGEST_LINK_PATTERNS", "irc=secret"));
    assertThat(problems)
        .hasSize(6)
        .anySatisfy(line -> assertThat(line).startsWith("DIGEST_MIN_MESSAGES cannot be read"))
        .anySatisfy(line -> assertThat(line).isEqualTo("DIGEST_QUALITY_THRESHOLD must be in 0..1"))
        .anySatisfy(line -> assertThat(line).startsWith("DIGEST_TIME_ZONE is not an IANA"))
        .anySatisfy(line -> assertThat(line).startsWith("DIGEST_WINDOW_HOURS must be some of"))
        .anySatisfy(line -> assertThat(line).contains("soft similarity").contains("media weight"))
        .anySatisfy(line -> assertThat(line).startsWith("DIGEST_LINK_PATTERNS is source=URL"))
        .noneSatisfy(line -> assertThat(line).containsIgnoringCase("secret"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "600000"})
  void aDurationWithoutUnitIsRefusedRatherThanTakenForMilliseconds(String bare) {
    assertThat(problems(Map.of("DIGEST_WINDOW_GRACE", bare)))
        .singleElement()
        .asString()
        .startsWith("DIGEST_WINDOW_GRACE needs a unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"24,4", "4;24", " 4, 24 ", "24,4,24"})
  void windowSizesAreSeparatedByCommasOrSemicolons(String written) {
    assertThat(SettingsLoader.load(Map.of("DIGEST_WINDOW_HOURS", written)).windowHours())
        .containsExactly(4, 24);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "[\"a\",\"b\"]", " a , b "})
  void canaryTenantsAreCsvOrAJsonArray(String written) {
    assertThat(
            SettingsLoader.load(Map.of("DIGEST_AGENT_CANARY_TENANTS", written))
                .rollout()
                .canaryTenants())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aBlankVariableCountsAsNotSet() {
    assertThat(SettingsLoader.load(Map.of("DIGEST_MIN_MESSAGES", " ")).minMessages()).isEqualTo(8);
  }

  private static List<String> problems(Map<String, String> variables) {
    return catchThrowableOfType(
            InvalidSettingsException.class, () -> SettingsLoader.load(variables))
        .problems();
  }
}
