package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What people must not be known by is stored nowhere. Each place is also searched for a harmless
 * word of the same messages, so that finding nothing is not for want of looking.
 */
@ExtendWith(JobTestResources.class)
class MaskedEverywhereITCase {

  @Test
  void inNoTopic(FinishedStream stream) {
    StringBuilder all = new StringBuilder();
    stream.out().forEach(record -> all.append(record.key()).append(record.value()).append('\n'));
    assertMasked(all.toString());
  }

  @Test
  void inNoTable(FinishedStream stream) throws SQLException {
    assertMasked(StoreDumps.postgres(stream.servers(), ""));
  }

  @Test
  void inNoValueOfRedis(FinishedStream stream) {
    assertMasked(StoreDumps.redis(stream.servers(), ""));
  }

  @Test
  void inNoStateOfTheJob(FinishedStream stream) throws IOException {
    assertMasked(StoreDumps.files(stream.savepoint()));
  }

  @Test
  void inNoLog(FinishedStream stream) {
    assertThat(stream.log()).isNotEmpty().doesNotContain(Canaries.HARMLESS);
    assertNoSecret(stream.log());
  }

  private static void assertMasked(String stored) {
    assertThat(stored.contains(Canaries.HARMLESS)).as("the messages are there").isTrue();
    assertNoSecret(stored);
  }

  private static void assertNoSecret(String stored) {
    assertThat(Canaries.SECRETS).noneMatch(stored::contains);
    assertThat(stored.contains(PoisonRecords.PHONE)).isFalse();
    assertThat(stored.contains(PoisonRecords.MAIL)).isFalse();
  }
}
