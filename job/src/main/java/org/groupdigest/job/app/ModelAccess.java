package org.groupdigest.job.app;

import java.util.Optional;
import org.groupdigest.connectors.llm.LlmClients;
import org.groupdigest.connectors.llm.LlmEndpoint;
import org.groupdigest.job.config.LlmSettings;

/** Whether models could be asked, before anything starts: what is wrong, and never a key. */
public final class ModelAccess {

  private ModelAccess() {}

  /** What is wrong with the addresses that the settings name; nothing is read or connected. */
  static Optional<String> addressProblem(LlmSettings settings) {
    if (!settings.endpoint().isConfigured()) {
      return Optional.empty();
    }
    try {
      LlmEndpoint unused = ModelEndpoints.of(settings);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** The same, and whether key and certificates can be read on this machine. */
  public static Optional<String> problem(LlmSettings settings) {
    Optional<String> address = addressProblem(settings);
    if (address.isPresent() || !settings.endpoint().isConfigured()) {
      return address;
    }
    try {
      LlmClients.open(ModelEndpoints.of(settings)).close();
      return Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.of(e.getMessage());
    }
  }
}
