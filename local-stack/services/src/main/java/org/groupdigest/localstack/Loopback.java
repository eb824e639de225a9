package org.groupdigest.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** The only address the stack listens on, and short conversations with it. */
final class Loopback {

  static final String HOST = "127.0.0.1";

  private static final int TIMEOUT_MILLIS = (int) Duration.ofSeconds(2).toMillis();

  private Loopback() {}

  /** The loopback address of IPv4 with a port, whatever the JVM prefers. */
  static InetSocketAddress at(int port) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
  }

  /** A question to a server that may not be there yet. */
  interface Question {
    boolean ask(Socket socket) throws IOException;
  }

  /**
   * Asks the server at {@code port}; false when it does not listen, does not answer, or answers
   * otherwise.
   */
  static boolean answers(int port, Question question) {
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(at(port), TIMEOUT_MILLIS);
      return question.ask(socket);
    } catch (IOException notYet) {
      return false;
    }
  }
}
