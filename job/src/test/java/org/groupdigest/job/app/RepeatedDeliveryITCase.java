package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is delivered again, in whatever order, changes nothing. */
@ExtendWith(JobTestResources.class)
class RepeatedDeliveryITCase {

  private static final String DIGESTS =
      "SELECT group_id, window_hours, window_start, window_end, status, status_reason, language,"
          + " message_count, participant_count, quality, %s, %s, %s, %s, %s"
          + " FROM group_digests WHERE tenant_id = '%s' ORDER BY 1, 2, 3";

  @Test
  void duplicatesThreeTimesAndShuffledGiveTheSameDigests(FinishedStream stream)
      throws SQLException {
    List<List<String>> once = digests(stream, FinishedStream.ONCE);
    assertThat(once).hasSize(stream.sample().windows());
    assertThat(digests(stream, FinishedStream.THRICE)).isEqualTo(once);
    assertThat(once).anySatisfy(row -> assertThat(row).contains("ready"));
  }

  @Test
  void theLedgerCountsEachMessageOnceAndBalances(FinishedStream stream) throws SQLException {
    TestServers.Ledger once = stream.servers().ledger(FinishedStream.ONCE);
    TestServers.Ledger thrice = stream.servers().ledger(FinishedStream.THRICE);
    assertThat(thrice.received()).isEqualTo(3L * stream.sent(FinishedStream.ONCE));
    assertThat(thrice.windowed()).isEqualTo(once.windowed()).isPositive();
    assertThat(thrice.filtered()).isEqualTo(once.filtered());
    assertThat(thrice.late()).isEqualTo(once.late()).isZero();
    assertThat(thrice.deleted()).isEqualTo(once.deleted()).isPositive();
    assertThat(thrice.invalid()).isEqualTo(once.invalid());
    assertThat(once.accountedFor()).isEqualTo(once.received());
    assertThat(thrice.accountedFor()).isEqualTo(thrice.received());
  }

  /** The digests of a tenant, without what names the tenant and its own pseudonyms. */
  private static List<List<String>> digests(FinishedStream stream, String tenant)
      throws SQLException {
    return stream
        .servers()
        .rows(
            DIGESTS.formatted(
                neutral("headline"),
                neutral("html"),
                neutral("markdown"),
                neutral("plain_text"),
                neutral("payload::text"),
                tenant));
  }

  private static String neutral(String column) {
    String withoutIds =
        "regexp_replace(%s, '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'id', 'g')";
    String withoutTenant = "replace(" + withoutIds + ", '\"' || tenant_id || '\"', 'tenant')";
    String withoutPseudonyms =
        "regexp_replace(" + withoutTenant + ", '([a-z_]+):[0-9a-f]{8}', '\\1', 'g')";
    return withoutPseudonyms.formatted(column);
  }
}
