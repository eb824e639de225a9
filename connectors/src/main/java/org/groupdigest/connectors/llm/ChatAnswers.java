package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/**
 * Reads {@code /chat/completions} of both protocols, which differ in how they name a refusal.
 * Counts that are missing are estimated, see {@link TokenEstimate}.
 *
 * @param request what was asked
 */
record ChatAnswers(ChatRequest request) implements AnswerReader<ChatReply> {
  // OpenAI's and GigaChat's.
  private static final Set<String> REFUSALS = Set.of("content_filter", "blacklist");

  @Override
  public ChatReply failed(LlmFailure failure) {
    return new ChatReply.Failed(failure);
  }

  @Override
  public ChatReply answered(JsonNode answer) {
    JsonNode choice = answer.path("choices").path(0);
    JsonNode message = choice.path("message");
    String finish = choice.path("finish_reason").asText("");
    if (!message.isObject()) {
      return malformed("no_choice");
    }
    if (REFUSALS.contains(finish) || !message.path("refusal").asText("").isEmpty()) {
      return failed(LlmFailure.of(Kind.REFUSED_CONTENT, "refused_answer"));
    }
    if (finish.equals("error")) {
      return malformed("finished_by_error");
    }
    return text(answer, message.path("content"), finish.equals("length"));
  }

  private ChatReply text(JsonNode answer, JsonNode content, boolean truncated) {
    // A model may spend all of its tokens on thoughts that it does not show.
    if (!content.isTextual() && !truncated) {
      return malformed("no_content");
    }
    String text = content.asText("");
    JsonNode usage = answer.path("usage");
    return new ChatReply.Answered(
        text,
        answer.path("model").asText(request.model()),
        Json.countOr(usage.path("prompt_tokens"), TokenEstimate.of(prompt())),
        Json.countOr(usage.path("completion_tokens"), TokenEstimate.of(text)),
        truncated);
  }

  private List<String> prompt() {
    return request.messages().stream().map(ChatMessage::content).toList();
  }
}
