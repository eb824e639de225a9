package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What digests cost, by tenant and day. */
class UsageByDayITCase {
  private static final String USAGE =
      "SELECT concat_ws('|', tenant_id, day, model_id, digests, calls, prompt_tokens,"
          + " answer_tokens, cost_micros) FROM digest_usage_by_day ORDER BY 1";

  private static ErasureStores stores;

  @BeforeAll
  static void write() {
    stores = new ErasureStores();
    stores.write(0, SampleDigests.digest().build(), 1);
    stores.write(0, SampleDigests.digest().of("garden", "paths").build(), 1);
    stores.write(0, SampleDigests.digest().day(1).build(), 1);
    stores.write(0, SampleDigests.digest().of("harbour", "plots").build(), 1);
  }

  @AfterAll
  static void stop() {
    stores.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {DigestDatabase.ANALYST, DigestDatabase.READER, DigestDatabase.WRITER})
  void aTenantSeesWhatItsDigestsCostADay(String user) throws Exception {
    try (Connection connection = stores.database.login(user);
        Statement statement = connection.createStatement()) {
      assertThat(DigestDatabase.column(connection, USAGE)).isEmpty();
      statement.execute("SET app.current_tenant = 'garden'");
      assertThat(DigestDatabase.column(connection, USAGE))
          .containsExactly(
              "garden|2026-03-02|extractive-1|2|6|12000|1800|2400",
              "garden|2026-03-03|extractive-1|1|3|6000|900|1200");
    }
  }

  @Test
  void itAddsUpToWhatIsStored() throws Exception {
    List<String> stored =
        stores.database.column(
            "SELECT concat_ws('|', count(*), sum(prompt_tokens), sum(cost_micros))"
                + " FROM group_digests");
    assertThat(
            stores.database.column(
                "SELECT concat_ws('|', sum(digests), sum(prompt_tokens), sum(cost_micros))"
                    + " FROM digest_usage_by_day"))
        .isEqualTo(stored)
        .containsExactly("4|24000|4800");
  }
}
