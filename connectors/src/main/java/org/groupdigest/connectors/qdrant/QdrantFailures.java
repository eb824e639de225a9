package org.groupdigest.connectors.qdrant;

import io.grpc.Status;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;

/**
 * Qdrant's failures by their gRPC status. What is not listed passes: a server that is away, late,
 * overloaded, or in trouble of its own.
 */
final class QdrantFailures {
  /** Nothing that this client sends will be taken. */
  private static final Set<Status.Code> CLIENT =
      Set.of(Status.Code.UNAUTHENTICATED, Status.Code.PERMISSION_DENIED, Status.Code.UNIMPLEMENTED);

  /** The request itself is wrong, such as a vector of another size than the collection's. */
  private static final Set<Status.Code> REQUEST =
      Set.of(
          Status.Code.INVALID_ARGUMENT,
          Status.Code.NOT_FOUND,
          Status.Code.ALREADY_EXISTS,
          Status.Code.FAILED_PRECONDITION,
          Status.Code.OUT_OF_RANGE);

  private QdrantFailures() {}

  static FailureClasses classes() {
    return new FailureClasses(
        FatalExceptionClassifier.createChain(
            of(CLIENT, code -> StoreException.misconfigured("qdrant", code)),
            of(REQUEST, code -> StoreException.refusedElement("qdrant", code))),
        QdrantFailures::name);
  }

  static boolean isNotFound(Throwable failure) {
    return Status.fromThrowable(failure).getCode() == Status.Code.NOT_FOUND;
  }

  static boolean isUnavailable(Throwable failure) {
    return Status.fromThrowable(failure).getCode() == Status.Code.UNAVAILABLE;
  }

  private static FatalExceptionClassifier of(
      Set<Status.Code> codes, Function<String, Exception> named) {
    return new FatalExceptionClassifier(
        failure -> codes.contains(Status.fromThrowable(failure).getCode()),
        failure -> named.apply(name(failure)));
  }

  private static String name(Throwable failure) {
    return Status.fromThrowable(failure).getCode().name().toLowerCase(Locale.ROOT);
  }
}
