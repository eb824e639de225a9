package org.groupdigest.job.app;

import java.time.Clock;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.persist.DigestEraser;
import org.groupdigest.job.persist.DigestRemover;
import org.groupdigest.job.persist.PostgresDigestEraser;
import org.groupdigest.job.persist.PostgresDigestRemover;
import org.groupdigest.job.pipeline.ErasureServices;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;

/**
 * Erasure and retention in Postgres and Redis, with clients that all operators of a process share.
 */
public final class StoredErasures implements ErasureServices {

  private static final long serialVersionUID = 1L;

  private final DigestSettings settings;
  private final Endpoints endpoints;

  /**
   * @param settings how links to messages are written
   * @param endpoints where Postgres and Redis are
   */
  public StoredErasures(DigestSettings settings, Endpoints endpoints) {
    this.settings = settings;
    this.endpoints = endpoints;
  }

  @Override
  public Opened open() {
    SharedClients clients = SharedClients.ofProcess();
    return new OpenedErasures(
        StoreServices.postgres(clients, endpoints),
        StoreServices.redis(clients, endpoints),
        new DigestRenderer(new LinkPattern(settings.linkPatterns())));
  }

  private record OpenedErasures(
      Lease<AsyncTenantTransactions> postgres, Lease<RedisValues> redis, DigestRenderer renderer)
      implements Opened {

    @Override
    public DigestEraser eraser() {
      return new PostgresDigestEraser(postgres.client(), values(), renderer, Clock.systemUTC());
    }

    @Override
    public DigestRemover remover() {
      return new PostgresDigestRemover(postgres.client(), values(), Clock.systemUTC());
    }

    private RedisValues values() {
      return redis == null ? null : redis.client();
    }

    @Override
    public void close() {
      StoreServices.close(postgres, redis);
    }
  }
}
