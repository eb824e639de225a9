package org.groupdigest.job.app;

import java.io.Serializable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.flink.util.function.SerializableSupplier;
import org.groupdigest.connectors.contextstore.ContextStoreClient;
import org.groupdigest.connectors.contextstore.ContextStoreConfig;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.LlmLimitSettings;
import org.groupdigest.job.config.SecretReference;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.context.ContextStorage;
import org.groupdigest.job.pipeline.ContextServices;
import org.groupdigest.job.stores.context.CircuitContextStorage;
import org.groupdigest.job.stores.context.ServiceContextStorage;

/**
 * The context storage service, asked by all operators of a process over one client and behind one
 * circuit, which opens and closes by the same numbers as those of models.
 */
final class SharedContextStorage implements AutoCloseable {

  private final ContextStoreClient client;
  private final ContextStorage storage;

  private SharedContextStorage(Key key) {
    this.client =
        ContextStoreClient.open(
            config(key.service()).withCallTimeout(key.service().timeout()),
            key(key.service().apiKey()).get());
    this.storage =
        new CircuitContextStorage(
            new ServiceContextStorage(client), key.failures(), key.recovery(), Clock.systemUTC());
  }

  /**
   * What the service of a process is known by, and all that travels of it.
   *
   * @param service where it is
   * @param failures in a row that open the circuit
   * @param recovery how long it stays open
   */
  private record Key(StoreSettings.ContextStorage service, int failures, Duration recovery)
      implements Serializable {}

  /** The service that the settings name, or none. */
  static ContextServices services(DigestSettings settings) {
    StoreSettings.ContextStorage service = settings.stores().contextStorage();
    if (!service.enabled()) {
      return ContextServices.none();
    }
    LlmLimitSettings limits = settings.llm().limits();
    Key key = new Key(service, limits.failureThreshold(), limits.recovery());
    return () -> open(key);
  }

  private static ContextServices.Opened open(Key key) {
    Lease<SharedContextStorage> lease =
        SharedClients.ofProcess().lease(key, () -> new SharedContextStorage(key));
    return new ContextServices.Opened(lease.client().storage, lease::close);
  }

  /** Where the service is. */
  static ContextStoreConfig config(StoreSettings.ContextStorage service) {
    return ContextStoreConfig.of(service.url());
  }

  /** Where its key is; empty for none. */
  static SerializableSupplier<String> key(SecretReference reference) {
    return switch (reference.kind()) {
      case NONE -> () -> "";
      case ENVIRONMENT -> Secret.environment(reference.name());
      case FILE -> Secret.file(Path.of(reference.name()));
    };
  }

  @Override
  public void close() {
    client.close();
  }
}
