package org.groupdigest.job.stores;

import java.nio.file.Path;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.job.config.SecretReference;

/** Secrets as connectors know them. */
public final class Secrets {

  private Secrets() {}

  /**
   * Where a secret is; it is read where a client opens.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Secret of(SecretReference reference) {
    return switch (reference.kind()) {
      case ENVIRONMENT -> Secret.environment(reference.name());
      case FILE -> Secret.file(Path.of(reference.name()));
      case NONE -> throw new IllegalArgumentException("there is no such secret");
    };
  }
}
