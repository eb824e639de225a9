package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;

class BenchRunCommandTest {

  @Test
  void aSmallExportIsMeasuredAndEveryMessageAccountedFor() throws IOException {
    Digest bench = Digest.run("bench", "run", "--messages", "2000", "--groups", "5", "--json");

    assertThat(bench.exitCode()).isZero();
    JsonNode figures = Json.mapper().readTree(bench.out().get(0));
    assertThat(figures.path("messages").asLong()).isEqualTo(2000);
    assertThat(figures.path("accounted_for").asBoolean()).isTrue();
    assertThat(figures.path("windows").asLong()).isBetween(5L, 40L);
    assertThat(figures.path("peak_heap_bytes").asLong())
        .isBetween(1L, figures.path("heap_limit_bytes").asLong());
    assertThat(figures.path("bytes").asLong()).isGreaterThan(2000 * 200);
    assertThat(figures.path("read_per_second").asLong()).isPositive();
    assertThat(figures.path("run_per_second").asLong()).isPositive();
  }

  @Test
  void moreGroupsThanMessagesAreWrongUsage() {
    Digest bench = Digest.run("bench", "run", "--messages", "3", "--groups", "4");

    assertThat(bench.exitCode()).isEqualTo(2);
  }

  @Test
  void aLedgerThatLosesOrInventsAMessageDoesNotAccountForAll() throws IOException {
    String total =
        """
        {"received":10,"windowed":5,"duplicate":1,"filtered":{"spam":2},"late":0,
         "invalid":1,"deleted":1}
        """;

    assertThat(accounts(total, 10)).isTrue();
    assertThat(accounts(total, 11)).isFalse();
    assertThat(accounts(total.replace("\"windowed\":5", "\"windowed\":4"), 10)).isFalse();
    assertThat(accounts(total.replace("\"spam\":2", "\"spam\":3"), 10)).isFalse();
  }

  private static boolean accounts(String total, long messages) throws IOException {
    return RunFigures.accountsFor(Json.mapper().readTree(total), messages);
  }
}
