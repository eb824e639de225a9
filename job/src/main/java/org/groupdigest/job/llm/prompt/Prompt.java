package org.groupdigest.job.llm.prompt;

import java.util.List;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.connectors.llm.ResponseSchema;

/**
 * A prompt that is ready to be sent.
 *
 * @param promptId what it asks for and in which language its words are, such as {@code map/ru}
 * @param promptVersion version of its words: an edited text is another version
 * @param messages the conversation
 * @param schema form of the answer
 * @param promptTokens tokens of the conversation as {@link TokenCounter} counts
 * @param maxAnswerTokens most tokens of the answer
 * @param inputChecksum SHA-256 in hex of everything that is sent, except for the previous digest's
 *     topics: a window that is replayed may find a predecessor that its first run did not know yet,
 *     and must not be paid for again for that
 * @param notes what a reader of the digest should know of the prompt: {@link #TRUNCATED_INPUT} or
 *     nothing
 */
public record Prompt(
    String promptId,
    String promptVersion,
    List<ChatMessage> messages,
    ResponseSchema schema,
    int promptTokens,
    int maxAnswerTokens,
    String inputChecksum,
    List<String> notes) {

  /** Note: messages were left out, or a tenth of the text, because there was no room. */
  public static final String TRUNCATED_INPUT = "truncated_input";

  /** Without what is said: prompts hold chats. */
  @Override
  public String toString() {
    return "Prompt[" + promptId + ", " + promptVersion + ", " + promptTokens + " tokens]";
  }
}
