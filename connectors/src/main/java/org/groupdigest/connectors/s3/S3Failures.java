package org.groupdigest.connectors.s3;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.sink.RejectedEntryException;
import org.groupdigest.connectors.sink.StoreAccessException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Sorts what can go wrong with S3. What is in none of these classes is worth another try. */
public final class S3Failures {
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

  private static final Set<String> WRONG_ENTRY =
      Set.of(
          "EntityTooLarge",
          "KeyTooLongError",
          "InvalidArgument",
          "InvalidDigest",
          "BadDigest",
          "MetadataTooLarge");

  private S3Failures() {}

  /** The chain that the sink uses unless it is given another. */
  public static FatalExceptionClassifier classifiers() {
    return FatalExceptionClassifier.createChain(noAccess(), wrongEntry(), noCredentials());
  }

  /** Wrong credentials, no permission, no such bucket, another region: fails the job. */
  public static FatalExceptionClassifier noAccess() {
    return new FatalExceptionClassifier(
        failure -> failure instanceof S3Exception answer && isAccess(answer),
        failure -> access(errorCode((S3Exception) failure)));
  }

  /** The process has no credentials at all: fails the job. */
  public static FatalExceptionClassifier noCredentials() {
    return new FatalExceptionClassifier(
        failure ->
            failure instanceof SdkClientException
                && Optional.ofNullable(failure.getMessage()).orElse("").startsWith(NO_CREDENTIALS),
        failure -> access("NoCredentials"));
  }

  /** The store will never take this object. */
  public static FatalExceptionClassifier wrongEntry() {
    return new FatalExceptionClassifier(
        failure -> failure instanceof S3Exception answer && WRONG_ENTRY.contains(errorCode(answer)),
        failure -> new RejectedEntryException(errorCode((S3Exception) failure)));
  }

  private static boolean isAccess(S3Exception answer) {
    boolean denied = DENIED.contains(answer.statusCode()) && !errorCode(answer).equals(CLOCK_SKEW);
    return denied
        || MOVED.contains(answer.statusCode())
        || WRONG_SETTINGS.contains(errorCode(answer));
  }

  private static StoreAccessException access(String code) {
    return new StoreAccessException(code, "S3 cannot be used as it is set up: " + code);
  }

  /** The store's own name of an error, or its HTTP status where an answer has no body. */
  private static String errorCode(S3Exception answer) {
    return Optional.ofNullable(answer.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .filter(code -> !code.isBlank())
        .orElse("Http" + answer.statusCode());
  }

  /** The code of {@link S3Reply.Unavailable}. */
  static String code(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof S3Exception answer) {
      return code(answer);
    }
    if (cause instanceof RejectedEntryException rejected) {
      return rejected.code();
    }
    return cause instanceof ApiCallTimeoutException ? "timeout" : "unreachable";
  }

  private static String code(S3Exception answer) {
    if (DENIED.contains(answer.statusCode())) {
      return "denied";
    }
    return switch (answer.statusCode()) {
      case TOO_MANY, BUSY -> "throttled";
      case CONFLICT, PRECONDITION_FAILED -> "conflict";
      default -> "refused";
    };
  }
}
