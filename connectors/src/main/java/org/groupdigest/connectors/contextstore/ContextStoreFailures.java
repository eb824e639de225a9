package org.groupdigest.connectors.contextstore;

import java.io.EOFException;
import java.net.ProtocolException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.IntPredicate;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;

/**
 * Sorts failures by their HTTP status. What is not listed passes: a service that is away, late,
 * overloaded or in trouble of its own, and a namespace that is not there yet.
 */
final class ContextStoreFailures {
  static final String STORE = "context storage";
  static final int NOT_FOUND = 404;

  /** The documents or the question are wrong. */
  private static final Set<Integer> ELEMENT = Set.of(400, 409, 413, 414, 422);

  /** Statuses of the client's side that ask for another try. */
  private static final Set<Integer> LATER = Set.of(NOT_FOUND, 408, 421, 423, 425, 429);

  private static final int REDIRECTS = 300;
  private static final int SERVER_SIDE = 500;

  private ContextStoreFailures() {}

  static FailureClasses classes() {
    return new FailureClasses(
        FatalExceptionClassifier.createChain(
            of(ELEMENT::contains, true), of(ContextStoreFailures::isRefusal, false)),
        ContextStoreFailures::passingCode);
  }

  /** What is no answer in the form that was agreed upon, whatever was asked. */
  static StoreException badAnswer() {
    return StoreException.misconfigured(STORE, "bad_answer");
  }

  static boolean isNotFound(Throwable failure) {
    return failure instanceof HttpStatusException status && status.status() == NOT_FOUND;
  }

  private static boolean isRefusal(int status) {
    return status >= REDIRECTS && status < SERVER_SIDE && !LATER.contains(status);
  }

  private static FatalExceptionClassifier of(IntPredicate statuses, boolean aboutElement) {
    return new FatalExceptionClassifier(
        failure -> failure instanceof HttpStatusException known && statuses.test(known.status()),
        failure -> named(((HttpStatusException) failure).code(), aboutElement));
  }

  private static StoreException named(String code, boolean aboutElement) {
    return aboutElement
        ? StoreException.refusedElement(STORE, code)
        : StoreException.misconfigured(STORE, code);
  }

  private static String passingCode(Throwable failure) {
    if (failure instanceof HttpStatusException status) {
      return status.code();
    }
    if (failure instanceof TimeoutException) {
      return "timeout";
    }
    boolean cut = failure instanceof ProtocolException || failure instanceof EOFException;
    return cut ? "cut_answer" : "unreachable";
  }
}
