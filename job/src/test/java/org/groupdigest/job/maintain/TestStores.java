package org.groupdigest.job.maintain;

import static org.groupdigest.job.maintain.Replies.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.postgres.TenantTransactions;
import org.groupdigest.connectors.redis.RedisConfig;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.testing.FreePorts;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.DigestDatabase;
import org.groupdigest.job.persist.DigestWrite;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.persist.PostgresDigestWriter;
import org.groupdigest.job.persist.SampleDigests;
import redis.embedded.RedisServer;

/** Postgres with a login for maintenance, and Redis, both real. */
final class TestStores implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-20T02:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private static final List<String> TABLES =
      List.of(
          "group_conversation_windows",
          "group_digests",
          "group_digest_topics",
          "group_digest_participants",
          "group_digest_metrics",
          "group_digest_stage_artifacts",
          "group_digest_messages",
          "group_erasures",
          "digest_delivery_log",
          "digest_review_queue",
          "digest_removals",
          "digest_paid_calls",
          "digest_tenants");

  final DigestDatabase database = new DigestDatabase();
  final TenantTransactions postgres;
  final AsyncTenantTransactions asyncPostgres;
  final RedisValues redis;
  final String redisUri;
  private final RedisServer redisServer;

  TestStores() {
    postgres = TenantTransactions.open(config());
    asyncPostgres = new AsyncTenantTransactions(postgres, 2, 100);
    int port = FreePorts.any();
    redisUri = "redis://127.0.0.1:" + port;
    try {
      redisServer =
          RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
      redisServer.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    redis = RedisValues.open(new RedisConfig(redisUri, Duration.ofSeconds(10), Duration.ZERO));
  }

  PostgresConfig config() {
    return PostgresConfig.of(database.url(), DigestDatabase.CARETAKER, DigestDatabase.PASSWORD);
  }

  /** Writes a digest as the job does. */
  DigestRecord write(SampleDigests sample, Instant at, int attempt) {
    return write(sample.build(), at, attempt);
  }

  DigestRecord write(DigestRecord digest, Instant at, int attempt) {
    PostgresDigestWriter writer =
        new PostgresDigestWriter(asyncPostgres, Clock.fixed(at, ZoneOffset.UTC));
    PersistOutcome outcome =
        await("postgres", writer.write(new DigestWrite(digest, attempt, List.of())));
    if (outcome instanceof PersistOutcome.Failed failed) {
      throw new IllegalStateException(failed.code());
    }
    return digest;
  }

  static ArtifactKey key(DigestRecord digest, Stage stage) {
    return new ArtifactKey(digest.window().groupKey(), digest.window().windowId(), stage);
  }

  static StageArtifact artifact(DigestRecord digest, Stage stage) {
    return digest.artifacts().stream().filter(a -> a.stage() == stage).findFirst().orElseThrow();
  }

  /** Runs a statement as the superuser. */
  int execute(String sql, Object... parameters) {
    try (Connection connection = database.superuser();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of a query as the superuser sees it. */
  List<String> column(String sql) {
    try (Connection connection = database.superuser();
        PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String table) {
    return Long.parseLong(column("SELECT count(*) FROM " + table).get(0));
  }

  /** Every row of every table as text. */
  Map<String, List<String>> dump() {
    Map<String, List<String>> dump = new TreeMap<>();
    TABLES.forEach(
        table -> dump.put(table, column("SELECT t::text FROM " + table + " t ORDER BY 1")));
    return dump;
  }

  void clear() {
    execute("TRUNCATE " + String.join(", ", TABLES));
    Replies.ofRedis(redis.evaluate("redis.call('FLUSHALL') return 0", new String[] {}));
  }

  void stopRedis() throws IOException {
    redisServer.stop();
  }

  @Override
  public void close() throws IOException {
    redis.close();
    asyncPostgres.close();
    redisServer.stop();
    database.close();
  }
}
