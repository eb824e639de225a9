package org.groupdigest.connectors.llm;

import okhttp3.Headers;

/** What came of one HTTP request. */
sealed interface HttpReply {

  /**
   * A whole answer.
   *
   * @param status HTTP status
   * @param headers its headers
   * @param body its body; of an error only the start, or nothing when it could not be read
   */
  record Complete(int status, Headers headers, String body) implements HttpReply {
    /** Whether the status says success. */
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Without the answer. */
    @Override
    public String toString() {
      return "Complete[" + status + ", " + body.length() + " characters]";
    }
  }

  /**
   * No whole answer.
   *
   * @param failure why
   */
  record Broken(LlmFailure failure) implements HttpReply {
    /** A failure that the provider said nothing about. */
    static Broken of(LlmFailure.Kind kind, String detail) {
      return new Broken(LlmFailure.of(kind, detail));
    }
  }
}
