package org.groupdigest.job.llm.route;

import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.model.Checksums;

/** Names answers by everything that makes them what they are. */
final class CallKeys {

  private CallKeys() {}

  /**
   * The key of the answer that a model gives to a request.
   *
   * @param model the configured name, whatever the provider calls it in its answer
   */
  static CallKey of(RoutedRequest request, String model) {
    return new CallKey(
        request.window(),
        request.stages(),
        request.promptId(),
        request.promptVersion(),
        model,
        request.inputChecksum());
  }

  /** What a provider gets to see instead of a tenant's id. */
  static String userOf(String tenantId) {
    return Checksums.sha256("tenant:" + tenantId).substring(0, 16);
  }
}
