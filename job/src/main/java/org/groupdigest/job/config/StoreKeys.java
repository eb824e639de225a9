package org.groupdigest.job.config;

import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Keys of optional stores: variables of the environment and nothing else, as {@link LlmKeys}. */
public final class StoreKeys {

  /** API key of Qdrant. */
  public static final ConfigOption<String> QDRANT_API_KEY =
      key("digest.qdrant.api.key", "API key of Qdrant. Environment only.");

  /** Password of Neo4j. */
  public static final ConfigOption<String> NEO4J_PASSWORD =
      key("digest.neo4j.password", "Password of the login user. Environment only.");

  /** Key of the context storage service. */
  public static final ConfigOption<String> CONTEXT_STORAGE_API_KEY =
      key("digest.context.storage.api.key", "Key of the service. Environment only.");

  /** Variables that never stand in a settings file. */
  public static final List<String> VARIABLES =
      List.of(
          SettingsReader.variable(QDRANT_API_KEY),
          SettingsReader.variable(NEO4J_PASSWORD),
          SettingsReader.variable(CONTEXT_STORAGE_API_KEY));

  private StoreKeys() {}

  private static ConfigOption<String> key(String name, String description) {
    return ConfigOptions.key(name).stringType().defaultValue("").withDescription(description);
  }
}
