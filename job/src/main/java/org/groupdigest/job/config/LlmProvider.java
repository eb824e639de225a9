package org.groupdigest.job.config;

/** Who answers prompts. */
public enum LlmProvider {
  /** Nobody: the built-in engine does every stage. */
  NONE,
  /** A server that speaks the protocol of OpenAI. */
  OPENAI,
  /** GigaChat. */
  GIGACHAT
}
