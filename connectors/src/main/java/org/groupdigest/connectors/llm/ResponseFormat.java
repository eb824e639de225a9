package org.groupdigest.connectors.llm;

/** How far an endpoint can hold a model to the form of an answer. */
public enum ResponseFormat {
  /** Not at all: the prompt alone asks for the form. */
  NONE,
  /** Some JSON object. */
  JSON_OBJECT,
  /** The schema of the request, as well as the provider can. */
  JSON_SCHEMA,
  /**
   * The schema of the request, exactly. Providers then refuse schemas with optional properties or
   * open objects.
   */
  JSON_SCHEMA_STRICT
}
