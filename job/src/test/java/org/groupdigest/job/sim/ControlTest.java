package org.groupdigest.job.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlTest {

  private LlmSimulator simulator;
  private SimClient client;

  @BeforeEach
  void start() throws Exception {
    simulator = LlmSimulator.start(SimConfig.defaults());
    client = new SimClient(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private HttpResponse<String> change(String body) throws Exception {
    return client.send(client.post("/control/faults", body));
  }

  @Test
  void faultsAreSwitchedWhileItRuns() throws Exception {
    assertThat(client.ask("a").statusCode()).isEqualTo(200);
    assertThat(change("{\"shares\":{\"server_error\":1}}").statusCode()).isEqualTo(200);
    assertThat(client.ask("a").statusCode()).isEqualTo(500);
    assertThat(client.get("/control/faults").body()).contains("\"server_error\":1.0");
    change("{}");
    assertThat(client.ask("a").statusCode()).isEqualTo(200);
    assertThat(simulator.faults()).isEqualTo(SimFaults.none());
  }

  @Test
  void wrongFaultsChangeNothing() throws Exception {
    simulator.faults(SimFaults.none().with(Fault.DEAD, 1));
    assertThat(change("{\"shares\":{\"flood\":1}}").statusCode()).isEqualTo(400);
    assertThat(change("{\"shares\":{\"dead\":7}}").statusCode()).isEqualTo(400);
    assertThat(change("nonsense").statusCode()).isEqualTo(400);
    assertThat(client.ask("a").statusCode()).isEqualTo(503);
  }

  @Test
  void whoLooksIsNotLogged() throws Exception {
    assertThat(client.get("/control/log").body()).isEmpty();
    assertThat(client.get("/control/other").statusCode()).isEqualTo(404);
    assertThat(simulator.log().calls()).isEmpty();
  }
}
