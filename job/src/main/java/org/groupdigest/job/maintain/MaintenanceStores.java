package org.groupdigest.job.maintain;

import java.time.Clock;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.TenantTransactions;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.s3.S3Objects;
import org.groupdigest.job.persist.PostgresDigestRemover;
import org.groupdigest.job.persist.PostgresPaidAnswers;
import org.groupdigest.job.persist.RedisArtifacts;
import org.groupdigest.job.persist.SchemaVersions;
import org.groupdigest.job.stage.StageRunner;

/** Clients of the stores, and the steps on them. */
final class MaintenanceStores implements AutoCloseable {
  private static final SchemaVersions SCHEMAS =
      (stage, version) -> StageRunner.SCHEMA_VERSION.equals(version);

  private final MaintenanceSettings settings;
  private final TenantTransactions postgres;
  private final AsyncTenantTransactions asyncPostgres;
  private final RedisValues redis;
  private final S3Objects objects;
  private final KafkaAnnouncer kafka;

  private MaintenanceStores(
      MaintenanceSettings settings, RedisValues redis, S3Objects objects, KafkaAnnouncer kafka) {
    this.settings = settings;
    this.postgres = TenantTransactions.open(settings.postgres());
    this.asyncPostgres =
        new AsyncTenantTransactions(
            postgres, settings.postgres().poolSize(), settings.postgres().queueSize());
    this.redis = redis;
    this.objects = objects;
    this.kafka = kafka;
  }

  /** Opens what is configured; a store may be away. */
  static MaintenanceStores open(MaintenanceSettings settings) {
    return new MaintenanceStores(
        settings,
        settings.redisUri() == null ? null : RedisValues.open(settings.redis()),
        settings.stores().objects().isConfigured() ? S3Objects.open(settings.bucket()) : null,
        settings.kafka() == null
            ? null
            : new KafkaAnnouncer(settings.kafka(), MaintenanceSettings.KAFKA_TIMEOUT));
  }

  ReconcileStep reconcile(Clock clock, boolean dryRun) {
    return new ReconcileStep(
        new RecentArtifacts(postgres),
        redis == null ? null : new RedisArtifacts(redis, SCHEMAS),
        MaintenanceSettings.ORPHAN_GRACE,
        clock,
        dryRun);
  }

  ArchiveStep archive(Clock clock, boolean dryRun) {
    int days = settings.stores().retention().artifactDays();
    return new ArchiveStep(new OldArtifacts(postgres), archive(), days, clock, dryRun);
  }

  RetentionStep retention(Clock clock, boolean dryRun) {
    RetentionStep.Stores stores =
        new RetentionStep.Stores(
            new Removals(postgres),
            new PostgresDigestRemover(asyncPostgres, redis, clock),
            new PostgresPaidAnswers(asyncPostgres, clock),
            archive(),
            kafka);
    return new RetentionStep(stores, settings.stores().retention(), clock, dryRun);
  }

  IntegrityStep integrity(Clock clock) {
    return new IntegrityStep(new DigestReferences(postgres), clock);
  }

  private ArtifactArchive archive() {
    return objects == null ? null : ArtifactArchive.in(objects);
  }

  @Override
  public void close() {
    // Also closes the connections, which both share.
    asyncPostgres.close();
    if (redis != null) {
      redis.close();
    }
    if (objects != null) {
      objects.close();
    }
    if (kafka != null) {
      kafka.close();
    }
  }
}
