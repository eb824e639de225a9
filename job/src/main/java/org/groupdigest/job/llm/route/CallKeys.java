package org.groupdigest.job.llm.route;

import org.groupdigest.connectors.llm.ChatMessage;
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
        inputChecksum(request));
  }

  /** What a provider gets to see instead of a tenant's id. */
  static String userOf(String tenantId) {
    return Checksums.sha256("tenant:" + tenantId).substring(0, 16);
  }

  private static String inputChecksum(RoutedRequest request) {
    StringBuilder all = new StringBuilder();
    for (ChatMessage message : request.messages()) {
      append(all, message.role().wireName());
      append(all, message.content());
    }
    append(all, Integer.toString(request.maxAnswerTokens()));
    if (request.schema() != null) {
      append(all, request.schema().name());
      append(all, request.schema().json());
    }
    return Checksums.sha256(all.toString());
  }

  private static void append(StringBuilder all, String field) {
    all.append(field.length()).append(':').append(field);
  }
}
