package org.groupdigest.job.persist;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.job.llm.QuotaAccount;

/**
 * One step on an account in Redis, done as a whole or not at all. The account is a hash under
 * {@code digest:quota:{tenant}:{name}} with {@code calls}, {@code tokens}, and a field for each
 * open reservation that holds its tokens; it expires a window after the first reservation, and
 * nothing prolongs it. A closed reservation has no field, so the hash is as large as what is open,
 * and closing it again finds nothing to do.
 *
 * @param key key of the account
 * @param script Lua on that one key
 * @param arguments its arguments
 */
record QuotaCommand(String key, String script, List<String> arguments) {
  /** What every {@link #reserve} answers when there is no room. */
  static final long DENIED = 0;

  /**
   * Lua counts in doubles, whole up to 2^53, and Redis prints them as whole numbers up to 10^17:
   * nobody spends so much, and a provider that says so must not break the account.
   */
  private static final long MOST_TOKENS = 1_000_000_000_000L;

  private static final long UNLIMITED = Long.MAX_VALUE;

  /** ARGV: field, tokens, most calls, most tokens, milliseconds of a window. */
  private static final String RESERVE =
      """
      local account = redis.call('HMGET', KEYS[1], 'calls', 'tokens', ARGV[1])
      if account[3] then
        return 1
      end
      local calls = tonumber(account[1] or 0) + 1
      local tokens = tonumber(account[2] or 0) + tonumber(ARGV[2])
      if calls > tonumber(ARGV[3]) or tokens > tonumber(ARGV[4]) then
        return 0
      end
      redis.call('HSET', KEYS[1], 'calls', calls, 'tokens', tokens, ARGV[1], ARGV[2])
      if redis.call('PTTL', KEYS[1]) < 0 then
        redis.call('PEXPIRE', KEYS[1], ARGV[5])
      end
      return 1
      """;

  /** ARGV: field, tokens that were used, calls that were made. */
  private static final String CLOSE =
      """
      local reserved = redis.call('HGET', KEYS[1], ARGV[1])
      if not reserved then
        return 0
      end
      redis.call('HINCRBY', KEYS[1], 'tokens', tonumber(ARGV[2]) - tonumber(reserved))
      redis.call('HINCRBY', KEYS[1], 'calls', tonumber(ARGV[3]) - 1)
      redis.call('HDEL', KEYS[1], ARGV[1])
      return 1
      """;

  /** Takes a call and tokens if there is room; a reservation that is open already has its room. */
  static QuotaCommand reserve(
      QuotaAccount account, String reservationId, long tokens, Duration window) {
    return reserve(account, reservationId, tokens, window, account.maxCalls(), account.maxTokens());
  }

  /** The same whether or not there is room: it has been taken, and Redis is to know. */
  static QuotaCommand record(
      QuotaAccount account, String reservationId, long tokens, Duration window) {
    return reserve(account, reservationId, tokens, window, UNLIMITED, UNLIMITED);
  }

  /** Replaces what was reserved by what was used; nothing for one that is not open. */
  static QuotaCommand settle(QuotaAccount account, String reservationId, long tokens) {
    return close(account, reservationId, tokens, 1);
  }

  /** Gives back what was reserved; nothing for one that is not open. */
  static QuotaCommand release(QuotaAccount account, String reservationId) {
    return close(account, reservationId, 0, 0);
  }

  /** The key of an account. */
  static String key(QuotaAccount account) {
    return RedisKeys.of("digest", "quota", account.tenantId(), account.name());
  }

  /** Runs it. */
  CompletionStage<RedisReply<Long>> on(RedisScripts redis) {
    return redis.evaluate(script, new String[] {key}, arguments.toArray(String[]::new));
  }

  private static QuotaCommand reserve(
      QuotaAccount account,
      String id,
      long tokens,
      Duration window,
      long maxCalls,
      long maxTokens) {
    return of(RESERVE, account, field(id), bounded(tokens), maxCalls, maxTokens, window.toMillis());
  }

  private static QuotaCommand close(QuotaAccount account, String id, long tokens, long calls) {
    return of(CLOSE, account, field(id), bounded(tokens), calls);
  }

  private static QuotaCommand of(String script, QuotaAccount account, Object... arguments) {
    return new QuotaCommand(
        key(account), script, List.of(arguments).stream().map(Object::toString).toList());
  }

  /** Never {@code calls} or {@code tokens}. */
  private static String field(String reservationId) {
    return RedisKeys.of("open", reservationId);
  }

  private static long bounded(long tokens) {
    return Math.max(0, Math.min(tokens, MOST_TOKENS));
  }
}
