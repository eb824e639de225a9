package org.groupdigest.job.llm;

import java.util.List;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.connectors.llm.ResponseSchema;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowRef;

/**
 * A prompt on its way to a model.
 *
 * @param window whose digest it is for
 * @param stages which stages the answer is to hold
 * @param tier what kind of model is wanted
 * @param promptId names the prompt, such as {@code map/ru}
 * @param promptVersion version of the prompt
 * @param inputChecksum SHA-256 in hex of what makes the answer another one; with the prompt and the
 *     model it names the answer
 * @param messages the prompt
 * @param schema form of the answer, or null
 * @param promptTokens tokens of the prompt as counted here, for the reservation
 * @param maxAnswerTokens most tokens of the answer
 * @param quotas what the tenant has of its own, never null
 */
public record RoutedRequest(
    WindowRef window,
    List<Stage> stages,
    Tier tier,
    String promptId,
    String promptVersion,
    String inputChecksum,
    List<ChatMessage> messages,
    ResponseSchema schema,
    int promptTokens,
    int maxAnswerTokens,
    TenantQuotas quotas) {}
