package org.groupdigest.job.config;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Keys of language models. They are variables of the environment and nothing else: {@link
 * Variables} refuses a settings file that holds one, and {@link LlmSettings} only remembers which
 * variable it is.
 */
public final class LlmKeys {

  /** Key of an OpenAI-compatible server. */
  public static final ConfigOption<String> API_KEY =
      key("digest.llm.api.key", "Key of the OpenAI-compatible server. Environment only.");

  /** Authorization key of GigaChat. */
  public static final ConfigOption<String> GIGACHAT_AUTH_KEY =
      key("gigachat.auth.key", "Authorization key of GigaChat. Environment only.");

  /** Variables that never stand in a settings file. */
  public static final List<String> VARIABLES =
      List.of(SettingsReader.variable(API_KEY), SettingsReader.variable(GIGACHAT_AUTH_KEY));

  private LlmKeys() {}

  private static ConfigOption<String> key(String name, String description) {
    return ConfigOptions.key(name).stringType().defaultValue("").withDescription(description);
  }
}
