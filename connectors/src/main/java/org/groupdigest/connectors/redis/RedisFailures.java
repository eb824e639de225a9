package org.groupdigest.connectors.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.util.ExceptionUtils;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;

/**
 * Sorts what can go wrong with Redis, by the first word of its error replies. What is in none of
 * these classes, memory that is full or a server that is loading included, passes.
 */
final class RedisFailures {
  private static final Set<String> NO_ACCESS = Set.of("NOAUTH", "WRONGPASS", "NOPERM");

  /**
   * Errors of access that have no word of their own; older servers, missing passwords, databases.
   */
  private static final Set<String> NO_ACCESS_TEXTS =
      Set.of("ERR invalid password", "ERR AUTH ", "ERR DB index", "ERR invalid DB index");

  /** Not always the first word: scripts report the errors of their commands in their own. */
  private static final String WRONG_TYPE = "WRONGTYPE";

  private RedisFailures() {}

  static FailureClasses classes() {
    return new FailureClasses(
        FatalExceptionClassifier.createChain(noAccess(), wrongType()), RedisFailures::passingCode);
  }

  /** Wrong password, no permission, no such database. */
  private static FatalExceptionClassifier noAccess() {
    return new FatalExceptionClassifier(
        failure -> reply(failure).filter(RedisFailures::isNoAccess).isPresent(),
        failure -> StoreException.misconfigured("redis", code(failure)));
  }

  /** The key holds something that is not a text: the change cannot be made. */
  private static FatalExceptionClassifier wrongType() {
    return new FatalExceptionClassifier(
        failure -> reply(failure).filter(text -> text.contains(WRONG_TYPE)).isPresent(),
        failure -> StoreException.refusedElement("redis", WRONG_TYPE));
  }

  private static boolean isNoAccess(String reply) {
    return NO_ACCESS.contains(firstWord(reply))
        || NO_ACCESS_TEXTS.stream().anyMatch(reply::startsWith);
  }

  private static String passingCode(Throwable failure) {
    if (failure instanceof TimeoutException || failure instanceof RedisCommandTimeoutException) {
      return "timeout";
    }
    String code = code(failure);
    return code.isEmpty() ? "unreachable" : code;
  }

  private static Optional<String> reply(Throwable failure) {
    return ExceptionUtils.findThrowable(failure, RedisCommandExecutionException.class)
        .map(Throwable::getMessage);
  }

  /** The first word only: the rest of a reply may quote the command. */
  private static String code(Throwable failure) {
    return reply(failure).map(RedisFailures::firstWord).orElse("");
  }

  private static String firstWord(String reply) {
    return Stream.of(reply.split(" ", 2)).findFirst().orElse("");
  }
}
