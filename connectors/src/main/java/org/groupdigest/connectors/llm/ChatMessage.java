package org.groupdigest.connectors.llm;

import java.util.Locale;

/**
 * One turn of a conversation with a model.
 *
 * @param role who speaks
 * @param content what is said
 */
public record ChatMessage(Role role, String content) {

  /** Who speaks. */
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    /** The name on the wire: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What holds for the whole conversation. */
  public static ChatMessage system(String content) {
    return new ChatMessage(Role.SYSTEM, content);
  }

  /** What is asked. */
  public static ChatMessage user(String content) {
    return new ChatMessage(Role.USER, content);
  }

  /** What the model said before. */
  public static ChatMessage assistant(String content) {
    return new ChatMessage(Role.ASSISTANT, content);
  }

  /** Without what is said. */
  @Override
  public String toString() {
    return "ChatMessage[" + role + "]";
  }
}
