package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  private final Ports ports = new Ports(new Random(1));

  @Test
  void freePortsAreNeverGivenTwice() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      assertThat(given.add(ports.claim(Service.KAFKA, 0))).isTrue();
    }
    assertThat(given).allSatisfy(port -> assertThat(port).isBetween(20_000, 31_999));
  }

  @Test
  void aPortWithAListenerIsRefusedWithWhatToDo() throws Exception {
    try (ServerSocket listener = new ServerSocket()) {
      listener.bind(Loopback.at(0));
      int taken = listener.getLocalPort();
      assertThat(Ports.isFree(taken)).isFalse();
      assertThatThrownBy(() -> ports.claim(Service.POSTGRES, taken))
          .isInstanceOfSatisfying(
              LocalStackException.class,
              e -> {
                assertThat(e.problem()).isEqualTo(Problem.PORT_IN_USE);
                assertThat(e.remedy()).contains("choose another port");
              })
          .hasMessageContaining("Postgres");
    }
  }

  @Test
  void oneStackDoesNotGiveOnePortToTwoServices() {
    int port = new Ports(new Random(2)).claim(Service.REDIS, 0);
    ports.claim(Service.KAFKA, port);
    assertThatThrownBy(() -> ports.claim(Service.REDIS, port))
        .isInstanceOf(LocalStackException.class);
  }

  @Test
  void aPortIsFreeAgainWhenItsListenerIsGone() throws Exception {
    int port;
    try (ServerSocket listener = new ServerSocket()) {
      listener.bind(Loopback.at(0));
      port = listener.getLocalPort();
    }
    assertThat(Ports.isFree(port)).isTrue();
  }
}
