package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
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
    TestServers servers = stream.servers();
    StringBuilder all = new StringBuilder();
    for (List<String> table :
        servers.rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")) {
      servers.rows("SELECT t::text FROM " + table.get(0) + " t").forEach(all::append);
    }
    assertMasked(all.toString());
  }

  @Test
  void inNoValueOfRedis(FinishedStream stream) {
    RedisClient client = RedisClient.create(stream.servers().endpoints().redisUri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      StringBuilder all = new StringBuilder();
      KeyScanCursor<String> cursor = connection.sync().scan(ScanCursor.INITIAL);
      append(connection, cursor, all);
      while (!cursor.isFinished()) {
        cursor = connection.sync().scan(cursor);
        append(connection, cursor, all);
      }
      assertMasked(all.toString());
    } finally {
      client.shutdown();
    }
  }

  private static void append(
      StatefulRedisConnection<String, String> connection,
      KeyScanCursor<String> cursor,
      StringBuilder all) {
    for (String key : cursor.getKeys()) {
      all.append(key).append(connection.sync().get(key)).append('\n');
    }
  }

  @Test
  void inNoStateOfTheJob(FinishedStream stream) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(stream.savepoint())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertMasked(all.toString());
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
