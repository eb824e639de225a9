package org.groupdigest.connectors.s3;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Sorts what can go wrong with S3. What is in none of these classes passes. */
final class S3Failures {
  private static final String STORE = "s3";
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;
  private static final int TOO_MANY = 429;
  private static final int BUSY = 503;
  private static final Set<Integer> MOVED = Set.of(301, 307);
  private static final Set<Integer> DENIED = Set.of(UNAUTHORIZED, FORBIDDEN);
  private static final String CLOCK_SKEW = "RequestTimeTooSkewed";
  private static final String NO_CREDENTIALS = "Unable to load credentials";

  private static final Set<String> WRONG_SETTINGS =
      Set.of("NoSuchBucket", "InvalidBucketName", "AuthorizationHeaderMalformed", "ExpiredToken");

  private static final Set<String> WRONG_OBJECT =
      Set.of(
          "EntityTooLarge",
          "KeyTooLongError",
          "InvalidArgument",
          "InvalidDigest",
          "BadDigest",
          "MetadataTooLarge");

  private S3Failures() {}

  static FailureClasses classes() {
    return new FailureClasses(
        FatalExceptionClassifier.createChain(noAccess(), wrongObject(), noCredentials()),
        S3Failures::passingCode);
  }

  /** Wrong credentials, no permission, no such bucket, another region. */
  private static FatalExceptionClassifier noAccess() {
    return new FatalExceptionClassifier(
        failure -> failure instanceof S3Exception answer && isAccess(answer),
        failure -> StoreException.misconfigured(STORE, errorCode((S3Exception) failure)));
  }

  /** The process has no credentials at all. */
  private static FatalExceptionClassifier noCredentials() {
    return new FatalExceptionClassifier(
        failure ->
            failure instanceof SdkClientException
                && Optional.ofNullable(failure.getMessage()).orElse("").startsWith(NO_CREDENTIALS),
        failure -> StoreException.misconfigured(STORE, "NoCredentials"));
  }

  /** The store will never take this object. */
  private static FatalExceptionClassifier wrongObject() {
    return new FatalExceptionClassifier(
        failure ->
            failure instanceof S3Exception answer && WRONG_OBJECT.contains(errorCode(answer)),
        failure -> StoreException.refusedElement(STORE, errorCode((S3Exception) failure)));
  }

  private static boolean isAccess(S3Exception answer) {
    boolean denied = DENIED.contains(answer.statusCode()) && !errorCode(answer).equals(CLOCK_SKEW);
    return denied
        || MOVED.contains(answer.statusCode())
        || WRONG_SETTINGS.contains(errorCode(answer));
  }

  /** The store's own name of an error, or its HTTP status where an answer has no body. */
  private static String errorCode(S3Exception answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .filter(code -> !code.isBlank())
        .orElse("Http" + answer.statusCode());
  }

  private static String passingCode(Throwable failure) {
    if (failure instanceof S3Exception answer) {
      return passingCode(answer);
    }
    boolean late =
        failure instanceof ApiCallTimeoutException || failure instanceof TimeoutException;
    return late ? "timeout" : "unreachable";
  }

  private static String passingCode(S3Exception answer) {
    return switch (answer.statusCode()) {
      case FORBIDDEN -> "clock";
      case TOO_MANY, BUSY -> "throttled";
      case CONFLICT, PRECONDITION_FAILED -> "conflict";
      default -> "failed";
    };
  }
}
