package org.groupdigest.job.persist;

import static org.groupdigest.job.persist.TestRedis.await;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.redact.MarkedDigests;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;

/** A database on which digests are written, erased and removed at hours that a test chooses. */
final class ErasureStores implements AutoCloseable {
  static final GroupKey GROUP = new GroupKey("garden", "plots");
  static final DigestRenderer RENDERER = new DigestRenderer(LinkPattern.telegramOnly());

  /** The hour in which everything happens unless a test says otherwise. */
  static final Instant NOW = MarkedDigests.START.plusSeconds(40 * 86_400L);

  final DigestDatabase database = new DigestDatabase();
  final AsyncTenantTransactions transactions = database.writer();

  PersistOutcome write(int hour, DigestRecord digest, int attempt, DeliveryTarget... targets) {
    return await(writing(hour, digest, attempt, targets));
  }

  CompletionStage<PersistOutcome> writing(
      int hour, DigestRecord digest, int attempt, DeliveryTarget... targets) {
    return new PostgresDigestWriter(transactions, RENDERER, clock(hour))
        .write(new DigestWrite(digest, attempt, List.of(targets)));
  }

  List<CurrentDigest> erase(int hour, String... messageIds) {
    return await(eraser(hour, null).erase(erasure(messageIds)));
  }

  List<CurrentDigest> eraseSender(int hour, String senderId, Instant at) {
    Erasure erasure =
        new Erasure(GROUP.tenantId(), GROUP.groupId(), List.of(), senderId, "trace-e", at);
    return await(eraser(hour, null).erase(erasure));
  }

  DigestEraser eraser(int hour, RedisValues redis) {
    return new PostgresDigestEraser(transactions, redis, RENDERER, clock(hour));
  }

  DigestRemover remover(int hour, RedisValues redis) {
    return new PostgresDigestRemover(transactions, redis, clock(hour));
  }

  CurrentDigest find(DigestRecord digest) {
    return await(
            new PostgresStoredDigests(transactions)
                .find(digest.window().tenantId(), digest.digestId()))
        .orElseThrow();
  }

  /** Everything that is stored, but for the ids of erased messages, in one text. */
  String texts() throws SQLException {
    return database.dump().entrySet().stream()
        .filter(table -> !table.getKey().equals("group_erasures"))
        .map(Map.Entry::toString)
        .collect(Collectors.joining("\n"));
  }

  static Erasure erasure(String... messageIds) {
    return new Erasure(
        GROUP.tenantId(), GROUP.groupId(), List.of(messageIds), null, "trace-e", NOW);
  }

  static Clock clock(int hour) {
    return Clock.fixed(NOW.plusSeconds(3_600L * hour), ZoneOffset.UTC);
  }

  @Override
  public void close() {
    transactions.close();
    database.close();
  }
}
