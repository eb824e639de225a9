package org.groupdigest.connectors.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SharedClientsTest {
  private final SharedClients clients = new SharedClients();
  private int opened;

  @Test
  void oneKeyIsOneClientClosedByItsLastHolder() {
    Lease<Client> first = clients.lease("redis", this::open);
    Lease<Client> second = clients.lease("redis", this::open);
    assertThat(second.client()).isSameAs(first.client());

    first.close();
    assertThat(second.client().closed).isZero();
    second.close();
    assertThat(second.client().closed).isOne();
    assertThat(opened).isOne();
  }

  @Test
  void aSecondCloseOfALeaseTakesNobodysShare() {
    Lease<Client> first = clients.lease("redis", this::open);
    Lease<Client> second = clients.lease("redis", this::open);
    first.close();
    first.close();
    assertThat(second.client().closed).isZero();
  }

  @Test
  void otherKeysAreOtherClients() {
    Lease<Client> one = clients.lease("one", this::open);
    Lease<Client> two = clients.lease("two", this::open);
    assertThat(one.client()).isNotSameAs(two.client());
  }

  @Test
  void afterTheLastReleaseANewLeaseOpensAnew() {
    Lease<Client> first = clients.lease("redis", this::open);
    first.close();
    Lease<Client> second = clients.lease("redis", this::open);
    assertThat(second.client()).isNotSameAs(first.client());
    assertThat(opened).isEqualTo(2);
  }

  @Test
  void aFailedOpeningLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                clients.<Client>lease(
                    "redis",
                    () -> {
                      throw new IllegalStateException("down");
                    }))
        .hasMessage("down");
    assertThat(clients.lease("redis", this::open).client()).isNotNull();
  }

  private Client open() {
    opened++;
    return new Client();
  }

  private static final class Client implements AutoCloseable {
    private int closed;

    @Override
    public void close() {
      closed++;
    }
  }
}
