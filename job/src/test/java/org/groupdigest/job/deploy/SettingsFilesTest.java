package org.groupdigest.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.groupdigest.job.config.ContextOptions;
import org.groupdigest.job.config.DigestOptions;
import org.groupdigest.job.config.LlmKeys;
import org.groupdigest.job.config.LlmLimitOptions;
import org.groupdigest.job.config.LlmOptions;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.config.StoreKeys;
import org.groupdigest.job.config.StoreOptions;
import org.groupdigest.job.config.StreamOptions;
import org.groupdigest.job.config.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings files, the settings' page and the code speak of the same settings. */
class SettingsFilesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  void developmentSaysEverySettingAndNoOther() throws Exception {
    assertThat(file("dev").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(options().keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "prod"})
  void otherEnvironmentsSayOnlyWhatIsASetting(String environment) throws Exception {
    assertThat(options().keySet()).containsAll(file(environment).stringPropertyNames());
  }

  @Test
  void developmentSaysTheDefaults() throws Exception {
    Properties dev = file("dev");
    options()
        .forEach(
            (variable, option) -> {
              String written = dev.getProperty(variable);
              if (option.hasDefaultValue() && !written.isBlank()) {
                assertThat((Object) read(option, written))
                    .as(variable)
                    .isEqualTo(option.defaultValue());
              }
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "stage", "prod"})
  void everyFileCanBeLoaded(String environment) {
    Map<String, String> variables = new HashMap<>(Variables.of(path(environment), Map.of()));
    assertThatCode(() -> SettingsLoader.load(variables)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"stage", "prod"})
  void noFileOutsideDevelopmentHoldsAnAddressOrASecret(String environment) throws Exception {
    assertThat(file(environment).stringPropertyNames())
        .noneMatch(name -> name.matches(".*(PASSWORD|KEY|USER|URL|URI|SERVERS)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "stage", "prod"})
  void noFileHoldsAKey(String environment) throws Exception {
    assertThat(file(environment).stringPropertyNames())
        .doesNotContainAnyElementsOf(LlmKeys.VARIABLES)
        .doesNotContainAnyElementsOf(StoreKeys.VARIABLES);
  }

  @Test
  void theOperatorsPageHasARowForEverySetting() throws Exception {
    String page = Files.readString(ROOT.resolve("docs/operations.md"));
    List<String> missing = new ArrayList<>();
    Map<String, ConfigOption<?>> all = options();
    all.putAll(options(LlmKeys.class, StoreKeys.class));
    all.forEach(
        (variable, option) -> {
          String row = row(variable, option);
          if (!page.contains(row)) {
            missing.add(row);
          }
        });
    assertThat(missing).as("rows to put in").isEmpty();
  }

  /** The row of a setting in the table of docs/operations.md. */
  private static String row(String variable, ConfigOption<?> option) {
    return "| `%s` | %s | %s |".formatted(variable, written(option), Descriptions.of(option));
  }

  private static String written(ConfigOption<?> option) {
    Object value = option.defaultValue();
    if (value == null || value.toString().isEmpty()) {
      return "";
    }
    String text = value.toString().replace("[", "").replace("]", "");
    return value instanceof java.time.Duration duration ? Descriptions.inWords(duration) : text;
  }

  /** What a settings file may say. */
  private static Map<String, ConfigOption<?>> options() {
    return options(
        DigestOptions.class,
        ContextOptions.class,
        StreamOptions.class,
        LlmOptions.class,
        LlmLimitOptions.class,
        StoreOptions.class);
  }

  private static Map<String, ConfigOption<?>> options(Class<?>... types) {
    Map<String, ConfigOption<?>> options = new TreeMap<>();
    Stream.of(types)
        .flatMap(type -> Stream.of(type.getFields()))
        .filter(field -> field.getType() == ConfigOption.class)
        .map(SettingsFilesTest::option)
        .forEach(option -> options.put(SettingsReader.variable(option), option));
    return options;
  }

  private static ConfigOption<?> option(Field field) {
    try {
      return (ConfigOption<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T read(ConfigOption<T> option, String written) {
    return Configuration.fromMap(Map.of(option.key(), written)).get(option);
  }

  private static Path path(String environment) {
    return ROOT.resolve("flink-conf").resolve(environment).resolve("digest.properties");
  }

  private static Properties file(String environment) throws Exception {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(path(environment))) {
      properties.load(reader);
    }
    return properties;
  }
}
