package org.groupdigest.connectors.qdrant;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.util.concurrent.CompletionException;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QdrantFailuresTest {
  private final FailureClasses failures = QdrantFailures.classes();

  @ParameterizedTest
  @EnumSource(names = {"INVALID_ARGUMENT", "NOT_FOUND", "FAILED_PRECONDITION", "OUT_OF_RANGE"})
  void aWrongRequestIsAboutItsElementAndNotQuoted(Status.Code code) {
    assertThat(failures.lasting(failure(code)))
        .containsInstanceOf(StoreException.class)
        .get()
        .satisfies(reason -> assertThat(((StoreException) reason).isAboutElement()).isTrue())
        .satisfies(reason -> assertThat(reason.toString()).doesNotContain("secret"));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAUTHENTICATED", "PERMISSION_DENIED", "UNIMPLEMENTED"})
  void aServerThatTakesNothingFromUsIsNotAboutAnElement(Status.Code code) {
    assertThat(failures.lasting(failure(code)))
        .get()
        .satisfies(reason -> assertThat(((StoreException) reason).isAboutElement()).isFalse());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "UNAVAILABLE",
        "DEADLINE_EXCEEDED",
        "RESOURCE_EXHAUSTED",
        "INTERNAL",
        "UNKNOWN",
        "ABORTED",
        "CANCELLED"
      })
  void aServerInTroublePasses(Status.Code code) {
    assertThat(failures.lasting(failure(code))).isEmpty();
    assertThat(failures.passingCode(failure(code))).isEqualToIgnoringCase(code.name());
  }

  @Test
  void whatIsNoStatusPasses() {
    assertThat(failures.lasting(new IllegalStateException("secret"))).isEmpty();
    assertThat(failures.passingCode(new IllegalStateException("secret"))).isEqualTo("unknown");
  }

  private static Exception failure(Status.Code code) {
    return new CompletionException(
        code.toStatus().withDescription("about secret").asRuntimeException());
  }
}
