package org.groupdigest.connectors.llm;

import java.time.Instant;

/** What came of a request for an access token. */
sealed interface TokenReply {

  /**
   * A token.
   *
   * @param token what opens the door
   * @param expiresAt from when on it does not
   */
  record Granted(String token, Instant expiresAt) implements TokenReply {
    /** Without the token. */
    @Override
    public String toString() {
      return "Granted[until " + expiresAt + "]";
    }
  }

  /**
   * There is none.
   *
   * @param failure why
   */
  record Refused(LlmFailure failure) implements TokenReply {}
}
