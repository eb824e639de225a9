package org.groupdigest.job.persist;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;

/** Paid answers in Redis for {@link #TTL}. */
public final class RedisPaidAnswers implements PaidAnswers {
  /** How long an answer is kept: far longer than a restart takes. */
  public static final Duration TTL = Duration.ofHours(24);

  /**
   * Sets KEYS[1] to ARGV[1] for ARGV[2] milliseconds unless an answer of the form ARGV[3] begins
   * with is there: what later stages were given first stays. Anything else is overwritten.
   */
  private static final String KEEP_FIRST =
      """
      local stored = redis.call('GET', KEYS[1])
      if stored and string.sub(stored, 1, #ARGV[3]) == ARGV[3] then
        return 0
      end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return 1
      """;

  /** What {@link PaidAnswerCodec} writes first. */
  private static final String HEAD = "{\"version\":" + PaidAnswerCodec.VERSION + ",";

  private final RedisValues redis;
  private final Clock clock;

  /** Uses a shared client, which it does not close. */
  public RedisPaidAnswers(RedisValues redis, Clock clock) {
    this.redis = redis;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
    return redis.get(PaidAnswerCodec.redisKey(key)).thenApply(reply -> found(key, reply));
  }

  @Override
  public CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
    String value = PaidAnswerCodec.write(key, PaidAnswerCodec.storable(answer), clock.instant());
    return redis
        .evaluate(
            KEEP_FIRST,
            new String[] {PaidAnswerCodec.redisKey(key)},
            value,
            Long.toString(TTL.toMillis()),
            HEAD)
        .thenApply(reply -> reply instanceof RedisReply.Answered<Long>);
  }

  private static Optional<PaidAnswer> found(CallKey key, RedisReply<String> reply) {
    return reply instanceof RedisReply.Answered<String> answered && answered.value() != null
        ? PaidAnswerCodec.read(key, answered.value())
        : Optional.empty();
  }
}
