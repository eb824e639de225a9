package org.groupdigest.connectors.neo4j;

import java.util.List;
import java.util.function.Predicate;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * Neo4j's failures by their status code (Neo4j documentation, "Neo4j status codes"). Only client
 * errors last, and not all of them; what has no code, such as a lost connection, passes.
 */
final class Neo4jFailures {
  private static final String CLIENT = "Neo.ClientError.";

  /** Client errors that the clock causes. */
  private static final List<String> PASSING =
      List.of(
          CLIENT + "Transaction.TransactionTimedOut",
          CLIENT + "Transaction.LockClientStopped",
          CLIENT + "Cluster.",
          CLIENT + "Security.AuthenticationRateLimit");

  /** Client errors that are the same for every row. */
  private static final List<String> WHATEVER_IS_SENT =
      List.of(
          CLIENT + "Security.",
          CLIENT + "Database.",
          CLIENT + "Request.",
          CLIENT + "Statement.SyntaxError",
          CLIENT + "Statement.AccessMode");

  private Neo4jFailures() {}

  static FailureClasses classes() {
    return new FailureClasses(
        FatalExceptionClassifier.createChain(
            new FatalExceptionClassifier(
                lasting(code -> startsWithAny(code, WHATEVER_IS_SENT)),
                failure -> StoreException.misconfigured("neo4j", code(failure))),
            new FatalExceptionClassifier(
                lasting(code -> true),
                failure -> StoreException.refusedElement("neo4j", code(failure)))),
        Neo4jFailures::passingCode);
  }

  private static Predicate<Throwable> lasting(Predicate<String> which) {
    return failure -> {
      String code = code(failure);
      return code.startsWith(CLIENT)
          && !(failure instanceof RetryableException)
          && !startsWithAny(code, PASSING)
          && which.test(code);
    };
  }

  private static boolean startsWithAny(String code, List<String> prefixes) {
    return prefixes.stream().anyMatch(code::startsWith);
  }

  private static String code(Throwable failure) {
    return failure instanceof Neo4jException known && known.code() != null ? known.code() : "";
  }

  private static String passingCode(Throwable failure) {
    String code = code(failure);
    return code.startsWith("Neo.") ? code : failure.getClass().getSimpleName();
  }
}
