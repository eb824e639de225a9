package org.groupdigest.connectors.contextstore;

import java.io.IOException;

/** An answer that is no success, without what it says: that may quote what was sent. */
final class HttpStatusException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  HttpStatusException(int status) {
    super("http_" + status);
    this.status = status;
  }

  int status() {
    return status;
  }

  String code() {
    return "http_" + status;
  }
}
