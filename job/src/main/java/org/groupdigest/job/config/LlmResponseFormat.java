package org.groupdigest.job.config;

/** How an OpenAI-compatible server is held to JSON. */
public enum LlmResponseFormat {
  /** By the prompt alone. */
  NONE,
  /** To any JSON object. */
  JSON_OBJECT,
  /** To the schema of the stage. */
  JSON_SCHEMA
}
