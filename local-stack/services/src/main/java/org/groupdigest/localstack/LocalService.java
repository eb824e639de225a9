package org.groupdigest.localstack;

import java.util.Map;

/**
 * One server of the local stack, running in processes of its own on loopback. It ends when it is
 * closed, and also when the process that started it ends in any way.
 */
public interface LocalService extends AutoCloseable {

  /** Which server this is. */
  Service service();

  /** The port it listens on, on {@code 127.0.0.1}. */
  int port();

  /** How to reach it: names and values as they stand in {@code stack.json}, in reading order. */
  Map<String, String> endpoints();

  /**
   * Stops the server and waits until it is gone; data stays in its folder. A second call does
   * nothing.
   */
  @Override
  void close();
}
