package org.groupdigest.job.config;

import org.apache.flink.configuration.ConfigOption;

/** Reads {@link StoreSettings}; what is wrong with them is noted by the reader. */
final class StoreSettingsLoader {

  private static final int HIGHEST_PORT = 65_535;

  private final SettingsReader reader;

  StoreSettingsLoader(SettingsReader reader) {
    this.reader = reader;
  }

  StoreSettings read() {
    return new StoreSettings(objects(), vectors(), graph(), contextStorage(), retention());
  }

  private StoreSettings.Objects objects() {
    reader.problemUnless(
        reader.isSet(StoreOptions.S3_ACCESS_KEY_FILE)
            == reader.isSet(StoreOptions.S3_SECRET_KEY_FILE),
        StoreOptions.S3_ACCESS_KEY_FILE,
        "and DIGEST_S3_SECRET_KEY_FILE are set together or not at all");
    return new StoreSettings.Objects(
        reader.value(StoreOptions.S3_BUCKET),
        reader.webAddress(StoreOptions.S3_ENDPOINT),
        reader.value(StoreOptions.S3_REGION),
        reader.value(StoreOptions.S3_PATH_STYLE),
        reader.value(StoreOptions.S3_ACCESS_KEY_FILE),
        reader.value(StoreOptions.S3_SECRET_KEY_FILE));
  }

  private StoreSettings.Vectors vectors() {
    int port = reader.atLeast(1, StoreOptions.QDRANT_PORT);
    reader.problemUnless(port <= HIGHEST_PORT, StoreOptions.QDRANT_PORT, "is not a port");
    return new StoreSettings.Vectors(
        reader.value(StoreOptions.QDRANT_HOST),
        port,
        reader.value(StoreOptions.QDRANT_TLS),
        reader.secret(StoreKeys.QDRANT_API_KEY, StoreOptions.QDRANT_API_KEY_FILE),
        reader.atLeast(1, StoreOptions.EMBEDDING_SIZE),
        reader.share(StoreOptions.RELATED_SIMILARITY),
        reader.longerThanNothing(StoreOptions.RELATED_TIMEOUT));
  }

  private StoreSettings.Graph graph() {
    String uri = reader.value(StoreOptions.NEO4J_URI);
    SecretReference password =
        reader.secret(StoreKeys.NEO4J_PASSWORD, StoreOptions.NEO4J_PASSWORD_FILE);
    needs(uri.isEmpty() || password.isSet(), StoreKeys.NEO4J_PASSWORD, StoreOptions.NEO4J_URI);
    return new StoreSettings.Graph(uri, reader.value(StoreOptions.NEO4J_USER), password);
  }

  private StoreSettings.ContextStorage contextStorage() {
    boolean enabled = reader.value(StoreOptions.CONTEXT_STORAGE_ENABLED);
    String url = reader.webAddress(StoreOptions.CONTEXT_STORAGE_URL);
    needs(
        !enabled || !url.isEmpty(),
        StoreOptions.CONTEXT_STORAGE_URL,
        StoreOptions.CONTEXT_STORAGE_ENABLED);
    return new StoreSettings.ContextStorage(
        enabled,
        url,
        reader.secret(StoreKeys.CONTEXT_STORAGE_API_KEY, StoreOptions.CONTEXT_STORAGE_API_KEY_FILE),
        reader.longerThanNothing(StoreOptions.CONTEXT_STORAGE_TIMEOUT));
  }

  private StoreSettings.Retention retention() {
    return new StoreSettings.Retention(
        reader.atLeast(0, StoreOptions.RETENTION_DIGEST_DAYS),
        reader.atLeast(1, StoreOptions.RETENTION_ARTIFACT_DAYS),
        reader.atLeast(1, StoreOptions.RETENTION_PAID_CALL_DAYS));
  }

  private void needs(boolean holds, ConfigOption<?> missing, ConfigOption<?> because) {
    reader.problemUnless(
        holds, missing, "must be set when " + SettingsReader.variable(because) + " is");
  }
}
