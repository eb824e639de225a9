package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FailuresTest {
  private final FailureClasses classes = S3Failures.classes();

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
    assertThat(lasting(answer(status, code)))
        .hasValueSatisfying(
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.isAboutElement()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({"400, EntityTooLarge", "400, KeyTooLongError", "400, BadDigest"})
  void objectsThatAreWrongAreRefusedAlone(int status, String code) {
    assertThat(lasting(answer(status, code)))
        .hasValueSatisfying(
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.isAboutElement()).isTrue();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError, failed",
    "503, SlowDown, throttled",
    "429, TooManyRequests, throttled",
    "400, RequestTimeout, failed",
    "403, RequestTimeTooSkewed, clock",
    "409, ConditionalRequestConflict, conflict",
    "412, PreconditionFailed, conflict"
  })
  void whatPassesIsTriedAgain(int status, String code, String reply) {
    assertThat(lasting(answer(status, code))).isEmpty();
    assertThat(classes.passingCode(answer(status, code))).isEqualTo(reply);
  }

  @Test
  void aStoreThatIsAwayIsTriedAgain() {
    SdkClientException away = SdkClientException.create("Unable to execute HTTP request");
    assertThat(lasting(away)).isEmpty();
    assertThat(classes.passingCode(away)).isEqualTo("unreachable");
    assertThat(classes.passingCode(ApiCallTimeoutException.create(5))).isEqualTo("timeout");
    assertThat(classes.passingCode(new TimeoutException())).isEqualTo("timeout");
  }

  @Test
  void onlyARequestWhoseConnectionWasCutOffIsSentOnceMore() {
    for (Exception cutOff : List.of(new ClosedChannelException(), new SocketException("reset"))) {
      assertThat(S3Clients.wasCutOff(SdkClientException.create("failed", cutOff))).isTrue();
    }
    IOException refused = new IOException("refused", new ConnectException());
    for (Throwable other :
        List.of(
            SdkClientException.create("failed", new ConnectException()),
            SdkClientException.create("failed", refused),
            ApiCallTimeoutException.create(5),
            answer(412, "PreconditionFailed"),
            answer(503, "SlowDown"))) {
      assertThat(S3Clients.wasCutOff(other)).as(other.toString()).isFalse();
    }
  }

  @Test
  void aProcessWithoutCredentialsFailsTheJob() {
    assertThat(lasting(SdkClientException.create("Unable to load credentials from any provider")))
        .hasValueSatisfying(e -> assertThat(e.isAboutElement()).isFalse());
    assertThat(lasting(SdkClientException.builder().build())).isEmpty();
  }

  @Test
  void anAnswerWithoutBodyIsNamedByItsStatus() {
    Throwable head = S3Exception.builder().statusCode(403).build();
    assertThat(lasting(head)).hasValueSatisfying(e -> assertThat(e).hasMessage("s3: Http403"));
  }

  private Optional<StoreException> lasting(Throwable failure) {
    return classes.lasting(failure).map(StoreException.class::cast);
  }

  private static Throwable answer(int status, String code) {
    AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).build();
    return S3Exception.builder().statusCode(status).awsErrorDetails(details).build();
  }
}
