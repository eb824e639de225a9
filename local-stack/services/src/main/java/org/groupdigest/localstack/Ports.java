package org.groupdigest.localstack;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Hands out loopback ports, none of them twice. Free ones are drawn from 20000 to 31999, below the
 * range from which operating systems take the local ports of outgoing connections, so that a port
 * stays free until its server binds it.
 */
final class Ports {

  private static final int LOWEST = 20_000;
  private static final int COUNT = 12_000;
  private static final int ATTEMPTS = 200;

  private final RandomGenerator random;
  private final Set<Integer> given = new HashSet<>();

  Ports(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The port to use.
   *
   * @param wanted a port, or 0 for any free one
   * @throws LocalStackException {@link Problem#PORT_IN_USE} when the wanted one is taken
   */
  synchronized int claim(Service service, int wanted) {
    if (wanted == 0) {
      return anyFree();
    }
    if (!isFree(wanted) || !given.add(wanted)) {
      throw new LocalStackException(
          Problem.PORT_IN_USE,
          "port " + wanted + " for " + service.label() + " is taken",
          "stop what listens there, or choose another port (0 takes a free one)");
    }
    return wanted;
  }

  private int anyFree() {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int port = LOWEST + random.nextInt(COUNT);
      if (!given.contains(port) && isFree(port)) {
        given.add(port);
        return port;
      }
    }
    throw new LocalStackException(
        Problem.PORT_IN_USE,
        "no free port between " + LOWEST + " and " + (LOWEST + COUNT - 1),
        "give the ports by hand");
  }

  /** Whether a server could bind the port on loopback now. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(Loopback.at(port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
