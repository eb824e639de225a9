package org.groupdigest.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The files that deploy the product say what Flink, Log4j and Compose understand, and the same in
 * every environment.
 */
class DeploymentFilesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final List<Class<?>> FLINK_OPTIONS =
      List.of(
          CheckpointingOptions.class,
          CoreOptions.class,
          HighAvailabilityOptions.class,
          JobManagerOptions.class,
          MetricOptions.class,
          PipelineOptions.class,
          RestOptions.class,
          RestartStrategyOptions.class,
          RocksDBOptions.class,
          StateBackendOptions.class,
          TaskManagerOptions.class);

  @ParameterizedTest
  @ValueSource(strings = {"dev", "stage", "prod"})
  void everyEnvironmentKeepsWhatSavepointsDependOn(String environment) {
    Configuration configuration = configuration(environment);
    assertThat(configuration.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(configuration.get(PipelineOptions.AUTO_GENERATE_UIDS)).isFalse();
    assertThat(configuration.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(512);
    assertThat(configuration.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(configuration.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
    assertThat(configuration.get(CheckpointingOptions.CHECKPOINTING_INTERVAL)).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "stage", "prod"})
  void everyFlinkSettingIsOneThatFlinkKnows(String environment) {
    Set<String> known = knownKeys();
    assertThat(configuration(environment).keySet())
        .filteredOn(key -> !key.startsWith("kubernetes.") && !key.startsWith("metrics.reporter."))
        .allSatisfy(key -> assertThat(known).contains(key));
  }

  @Test
  void productionSurvivesTheLossOfAnyMachine() {
    Configuration configuration = configuration("prod");
    assertThat(configuration.get(HighAvailabilityOptions.HA_MODE)).isEqualTo("kubernetes");
    assertThat(configuration.get(HighAvailabilityOptions.HA_STORAGE_PATH)).startsWith("s3://");
    assertThat(configuration.get(CheckpointingOptions.CHECKPOINTS_DIRECTORY)).startsWith("s3://");
    assertThat(configuration.get(CheckpointingOptions.SAVEPOINT_DIRECTORY)).startsWith("s3://");
  }

  @ParameterizedTest
  @CsvSource({
    "dev/log4j2.properties, file, PatternLayout",
    "stage/log4j-console.properties, console, JsonTemplateLayout",
    "prod/log4j-console.properties, console, JsonTemplateLayout"
  })
  void logsAreReadableInDevelopmentAndStructuredElsewhere(
      String file, String appender, String layout) {
    try (LoggerContext context = new LoggerContext("test")) {
      var configuration =
          ConfigurationFactory.getInstance()
              .getConfiguration(context, "test", ROOT.resolve("flink-conf").resolve(file).toUri());
      context.start(configuration);
      assertThat(configuration.getRootLogger().getAppenders()).containsOnlyKeys(appender);
      Appender made = configuration.getAppender(appender);
      assertThat(made.getLayout().getClass().getSimpleName()).isEqualTo(layout);
      assertThat(configuration.getLoggers()).containsKey("org.groupdigest");
    }
  }

  @Test
  void composeServicesDependOnAndMountOnlyWhatIsThere() throws Exception {
    String text = Files.readString(ROOT.resolve("docker-compose.flink.yml"));
    Map<?, ?> services = (Map<?, ?>) yaml(text).get("services");
    Set<Object> known = Set.copyOf(services.keySet());
    assertThat(services.keySet().stream().map(String::valueOf))
        .contains(
            "kafka", "topics", "postgres", "migrations", "redis", "jobmanager", "taskmanager");
    for (Object service : services.values()) {
      assertThat(known).containsAll(names(((Map<?, ?>) service).get("depends_on")));
    }
    assertThat(found("\\./(flink-conf/[a-z.-]+):", text))
        .isNotEmpty()
        .allSatisfy(mounted -> assertThat(ROOT.resolve(mounted)).exists());
  }

  @Test
  void theLauncherOpensTheSameModulesAsTheTests() throws Exception {
    assertThat(found("(--add-opens=\\S+)", Files.readString(ROOT.resolve("digest"))))
        .isEqualTo(found("(--add-opens=[^\\s<]+)", Files.readString(ROOT.resolve("pom.xml"))));
  }

  private static Configuration configuration(String environment) {
    return GlobalConfiguration.loadConfiguration(
        ROOT.resolve("flink-conf").resolve(environment).toString());
  }

  private static Set<String> knownKeys() {
    return FLINK_OPTIONS.stream()
        .flatMap(options -> Stream.of(options.getFields()))
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .filter(field -> field.getType() == ConfigOption.class)
        .map(DeploymentFilesTest::key)
        .collect(Collectors.toSet());
  }

  private static String key(Field field) {
    try {
      return ((ConfigOption<?>) field.get(null)).key();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<?, ?> yaml(String text) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static Set<Object> names(Object dependsOn) {
    if (dependsOn instanceof Map<?, ?> withConditions) {
      return Set.copyOf(withConditions.keySet());
    }
    return dependsOn instanceof List<?> list ? Set.copyOf(list) : Set.of();
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult result) -> result.group(1))
        .toList();
  }
}
