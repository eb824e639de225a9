package org.groupdigest.connectors.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.util.ExceptionUtils;
import org.groupdigest.connectors.sink.RejectedEntryException;
import org.groupdigest.connectors.sink.StoreAccessException;

/**
 * Sorts what can go wrong with Redis, by the first word of its error replies. What is in none of
 * these classes, memory that is full or a server that is loading included, is worth another try.
 */
public final class RedisFailures {
  private static final Set<String> NO_ACCESS = Set.of("NOAUTH", "WRONGPASS", "NOPERM");

  /**
   * Errors of access that have no word of their own; older servers, missing passwords, databases.
   */
  private static final Set<String> NO_ACCESS_TEXTS =
      Set.of("ERR invalid password", "ERR AUTH ", "ERR DB index", "ERR invalid DB index");

  /** Not always the first word: scripts report the errors of their commands in their own. */
  private static final String WRONG_TYPE = "WRONGTYPE";

  private RedisFailures() {}

  /** The chain that the sink uses unless it is given another. */
  public static FatalExceptionClassifier classifiers() {
    return FatalExceptionClassifier.createChain(noAccess(), wrongType());
  }

  /** Wrong password, no permission, no such database: fails the job. */
  public static FatalExceptionClassifier noAccess() {
    return new FatalExceptionClassifier(
        failure -> reply(failure).filter(RedisFailures::isNoAccess).isPresent(),
        failure ->
            new StoreAccessException(
                code(failure), "Redis cannot be used as it is set up: " + code(failure)));
  }

  /** The key holds something that is not a text: the entry cannot be written. */
  public static FatalExceptionClassifier wrongType() {
    return new FatalExceptionClassifier(
        failure -> reply(failure).filter(text -> text.contains(WRONG_TYPE)).isPresent(),
        failure -> new RejectedEntryException(WRONG_TYPE));
  }

  private static boolean isNoAccess(String reply) {
    return NO_ACCESS.contains(firstWord(reply))
        || NO_ACCESS_TEXTS.stream().anyMatch(reply::startsWith);
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
