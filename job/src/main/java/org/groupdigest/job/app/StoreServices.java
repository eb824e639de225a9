package org.groupdigest.job.app;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.llm.LocalQuotaLedger;
import org.groupdigest.job.llm.QuotaLedger;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.BaselineStore;
import org.groupdigest.job.persist.ClearingDigestWriter;
import org.groupdigest.job.persist.DigestWriter;
import org.groupdigest.job.persist.FallbackBaselineStore;
import org.groupdigest.job.persist.PostgresBaselineStore;
import org.groupdigest.job.persist.PostgresDigestWriter;
import org.groupdigest.job.persist.PostgresWindowErasures;
import org.groupdigest.job.persist.RedisQuotaLedger;
import org.groupdigest.job.persist.RedisStageArtifactStore;
import org.groupdigest.job.persist.StageArtifactStore;
import org.groupdigest.job.persist.StoredPaidAnswers;
import org.groupdigest.job.persist.WindowErasures;
import org.groupdigest.job.pipeline.DigestServices;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.StageRunner;
import org.groupdigest.job.stores.vectors.RelatedTopics;

/**
 * The built-in engine, Postgres and Redis. Clients are shared by all operators of a process, so
 * that connections do not grow with the parallelism.
 */
public final class StoreServices implements DigestServices {

  private static final long serialVersionUID = 1L;

  private final DigestSettings settings;
  private final Endpoints endpoints;

  /**
   * @param settings timeouts and retries
   * @param endpoints where Postgres and Redis are
   */
  public StoreServices(DigestSettings settings, Endpoints endpoints) {
    this.settings = settings;
    this.endpoints = endpoints;
  }

  @Override
  public CallPlan callPlan() {
    return StageRunners.plan(settings);
  }

  @Override
  public Opened open() {
    SharedClients clients = SharedClients.ofProcess();
    return new OpenedStores(
        OpenedStages.open(settings, endpoints, this::books),
        postgres(clients, endpoints),
        redis(clients, endpoints),
        VectorStore.related(settings, endpoints),
        new DigestRenderer(new LinkPattern(settings.linkPatterns())));
  }

  /** Answers that were paid for in Redis and Postgres, quotas in Redis. */
  private SharedRouter.Books books() {
    SharedClients clients = SharedClients.ofProcess();
    Lease<AsyncTenantTransactions> postgres = postgres(clients, endpoints);
    Lease<RedisValues> redis = redis(clients, endpoints);
    Clock clock = Clock.systemUTC();
    QuotaLedger local = new LocalQuotaLedger(clock);
    return new SharedRouter.Books(
        new StoredPaidAnswers(redis == null ? null : redis.client(), postgres.client(), clock),
        redis == null ? local : new RedisQuotaLedger(redis.client(), local, clock),
        () -> close(postgres, redis));
  }

  /** The client of Redis, or null without a Redis. */
  static Lease<RedisValues> redis(SharedClients clients, Endpoints endpoints) {
    return endpoints.redisUri() == null
        ? null
        : clients.lease(endpoints.redis(), () -> RedisValues.open(endpoints.redis()));
  }

  static void close(Lease<AsyncTenantTransactions> postgres, Lease<RedisValues> redis) {
    postgres.close();
    if (redis != null) {
      redis.close();
    }
  }

  static Lease<AsyncTenantTransactions> postgres(SharedClients clients, Endpoints endpoints) {
    return clients.lease(
        endpoints.postgres(), () -> AsyncTenantTransactions.open(endpoints.postgres()));
  }

  private static final class OpenedStores implements Opened {

    private static final int FIRST_ATTEMPT = 1;

    private final OpenedStages stages;
    private final Lease<AsyncTenantTransactions> postgres;
    private final Lease<RedisValues> redis;
    private final Lease<VectorStore.SharedRelated> related;
    private final StageArtifactStore artifacts;
    private final DigestWriter digests;

    OpenedStores(
        OpenedStages stages,
        Lease<AsyncTenantTransactions> postgres,
        Lease<RedisValues> redis,
        Lease<VectorStore.SharedRelated> related,
        DigestRenderer renderer) {
      this.stages = stages;
      this.digests =
          new ClearingDigestWriter(
              new PostgresDigestWriter(postgres.client(), renderer, clock()),
              postgres.client(),
              redis == null ? null : redis.client());
      this.postgres = postgres;
      this.redis = redis;
      this.related = related;
      this.artifacts =
          redis == null
              ? null
              : new RedisStageArtifactStore(
                  redis.client(),
                  (stage, version) -> StageRunner.SCHEMA_VERSION.equals(version),
                  clock());
    }

    @Override
    public StageRunner stageRunner() {
      return stages.runner();
    }

    @Override
    public CompletionStage<Void> keep(WindowContext window, StageArtifact artifact) {
      if (artifacts == null) {
        return CompletableFuture.completedFuture(null);
      }
      ArtifactKey key =
          new ArtifactKey(window.window().groupKey(), window.window().windowId(), artifact.stage());
      return artifacts
          .save(key, artifact, FIRST_ATTEMPT, window.traceId())
          .thenApply(saved -> null);
    }

    @Override
    public WindowErasures erasures() {
      return new PostgresWindowErasures(postgres.client());
    }

    @Override
    public BaselineStore baselines() {
      BaselineStore stored = new PostgresBaselineStore(postgres.client());
      return redis == null ? stored : new FallbackBaselineStore(stored, redis.client());
    }

    @Override
    public RelatedTopics related() {
      return related == null ? RelatedTopics.none() : related.client().related();
    }

    @Override
    public DigestWriter writer() {
      return digests;
    }

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public void close() {
      stages.close();
      StoreServices.close(postgres, redis);
      if (related != null) {
        related.close();
      }
    }
  }
}
