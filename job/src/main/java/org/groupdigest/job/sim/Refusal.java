package org.groupdigest.job.sim;

/** Why a request is not answered, with its status and with the words of both protocols. */
enum Refusal {
  NOT_UNDERSTOOD(400, "invalid_request_error", "prompt_not_understood", "Invalid params"),
  NO_KEY(401, "invalid_request_error", "invalid_api_key", "Unauthorized"),
  TOKEN_EXPIRED(401, "invalid_request_error", "token_expired", "Token has expired"),
  NO_SUCH_PATH(404, "invalid_request_error", "unknown_url", "Not Found"),
  NO_SUCH_METHOD(405, "invalid_request_error", "method_not_supported", "Method Not Allowed"),
  TOO_LONG(400, "invalid_request_error", "context_length_exceeded", "Payload too large"),
  RATE_LIMITED(429, "requests", "rate_limit_exceeded", "Too many requests"),
  SERVER_ERROR(500, "server_error", "internal_error", "Internal Server Error"),
  OVERLOADED(503, "server_error", "overloaded", "Service Unavailable");

  private static final int PAYLOAD_TOO_LARGE = 413;

  final int status;
  final String type;
  final String code;
  final String gigaChatMessage;

  Refusal(int status, String type, String code, String gigaChatMessage) {
    this.status = status;
    this.type = type;
    this.code = code;
    this.gigaChatMessage = gigaChatMessage;
  }

  /** GigaChat has a status of its own for prompts that are too long. */
  int gigaChatStatus() {
    return this == TOO_LONG ? PAYLOAD_TOO_LARGE : status;
  }
}
