package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.connectors.sink.RejectedEntryException;
import org.groupdigest.connectors.sink.StoreAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FailuresTest {
  @ParameterizedTest
  @CsvSource({
    "403, InvalidAccessKeyId",
    "403, SignatureDoesNotMatch",
    "403, AccessDenied",
    "401, Unauthorized",
    "301, PermanentRedirect",
    "404, NoSuchBucket",
    "400, AuthorizationHeaderMalformed"
  })
  void settingsThatAreWrongFailTheJobUnderTheStoresName(int status, String code) {
    assertThat(fatal(answer(status, code)))
        .singleElement()
        .isInstanceOfSatisfying(
            StoreAccessException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({"400, EntityTooLarge", "400, KeyTooLongError", "400, BadDigest"})
  void objectsThatAreWrongAreRefusedAlone(int status, String code) {
    assertThat(fatal(answer(status, code)))
        .singleElement()
        .isInstanceOfSatisfying(
            RejectedEntryException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError, refused",
    "503, SlowDown, throttled",
    "429, TooManyRequests, throttled",
    "400, RequestTimeout, refused",
    "403, RequestTimeTooSkewed, denied",
    "409, ConditionalRequestConflict, conflict",
    "412, PreconditionFailed, conflict"
  })
  void whatPassesIsTriedAgain(int status, String code, String reply) {
    assertThat(fatal(answer(status, code))).isEmpty();
    assertThat(S3Failures.code(answer(status, code))).isEqualTo(reply);
  }

  @Test
  void aStoreThatIsAwayIsTriedAgain() {
    SdkClientException away = SdkClientException.create("Unable to execute HTTP request");
    assertThat(fatal(away)).isEmpty();
    assertThat(S3Failures.code(away)).isEqualTo("unreachable");
    assertThat(S3Failures.code(ApiCallTimeoutException.create(5))).isEqualTo("timeout");
  }

  @Test
  void aProcessWithoutCredentialsFailsTheJob() {
    assertThat(fatal(SdkClientException.create("Unable to load credentials from any provider")))
        .singleElement()
        .isInstanceOf(StoreAccessException.class);
    assertThat(fatal(SdkClientException.builder().build())).isEmpty();
  }

  @Test
  void anAnswerWithoutBodyIsNamedByItsStatus() {
    Throwable head = S3Exception.builder().statusCode(403).build();
    assertThat(fatal(head))
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .endsWith("Http403");
  }

  private static List<Exception> fatal(Throwable failure) {
    List<Exception> fatal = new ArrayList<>();
    S3Failures.classifiers().isFatal(failure, fatal::add);
    return fatal;
  }

  private static Throwable answer(int status, String code) {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).build();
    return S3Exception.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
