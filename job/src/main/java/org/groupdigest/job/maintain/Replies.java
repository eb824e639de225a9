package org.groupdigest.job.maintain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.groupdigest.connectors.postgres.PostgresException;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.shared.StoreReply;

/** Waits for what stores answer; a store that does not do its part is a {@link StepFailure}. */
final class Replies {
  /** Longer than any client waits, and than the statements of a transaction may take. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Replies() {}

  /** The value of a stage of Postgres. */
  static <T> T ofPostgres(CompletionStage<T> stage) {
    return await("postgres", stage);
  }

  /** What Redis answered. */
  static <T> T ofRedis(CompletionStage<RedisReply<T>> stage) {
    RedisReply<T> reply = await("redis", stage);
    if (reply instanceof RedisReply.Unavailable<T> away) {
      throw new StepFailure("redis_" + away.code());
    }
    return ((RedisReply.Answered<T>) reply).value();
  }

  /** What Redis answered to commands that were sent together, in their order. */
  static <T> List<T> allOfRedis(List<CompletionStage<RedisReply<T>>> stages) {
    List<T> values = new ArrayList<>(stages.size());
    for (CompletionStage<RedisReply<T>> stage : stages) {
      values.add(ofRedis(stage));
    }
    return values;
  }

  /** What S3 answered. */
  static <T> T ofS3(CompletionStage<StoreReply<T>> stage) {
    StoreReply<T> reply = await("s3", stage);
    if (reply instanceof StoreReply.Unavailable<T> away) {
      throw new StepFailure("s3_" + away.code());
    }
    if (reply instanceof StoreReply.Refused<T> refused) {
      throw new StepFailure("s3_" + refused.code());
    }
    return ((StoreReply.Answered<T>) reply).value();
  }

  /** The value of a stage. */
  static <T> T await(String store, CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw failure(store, e.getCause());
    } catch (TimeoutException e) {
      throw new StepFailure(store + "_no_answer");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailure("interrupted");
    }
  }

  /** Not the cause itself, whose text may quote what was stored. */
  private static StepFailure failure(String store, Throwable cause) {
    return new StepFailure(
        cause instanceof PostgresException refusal
            ? "postgres_" + refusal.code()
            : store + "_failed");
  }
}
