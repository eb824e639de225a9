package org.groupdigest.connectors.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.DatabaseException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;
import org.neo4j.driver.exceptions.TransientException;

class Neo4jFailuresTest {
  private static final String TEXT = "the value was 'secret'";

  private final FailureClasses failures = Neo4jFailures.classes();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Neo.ClientError.Statement.SemanticError",
        "Neo.ClientError.Statement.TypeError",
        "Neo.ClientError.Schema.ConstraintValidationFailed"
      })
  void aRowThatCannotBeIsRefusedAndNotQuoted(String code) {
    StoreException reason = lasting(new ClientException(code, TEXT));
    assertThat(reason.isAboutElement()).isTrue();
    assertThat(reason).hasMessage("neo4j: " + code).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Neo.ClientError.Statement.SyntaxError",
        "Neo.ClientError.Database.DatabaseNotFound",
        "Neo.ClientError.Security.Forbidden"
      })
  void whatIsTheSameForEveryRowIsNotAboutOne(String code) {
    assertThat(lasting(new ClientException(code, TEXT)).isAboutElement()).isFalse();
  }

  @Test
  void aWrongPasswordIsNotAboutARow() {
    StoreException reason =
        lasting(new AuthenticationException("Neo.ClientError.Security.Unauthorized", TEXT));
    assertThat(reason.isAboutElement()).isFalse();
    assertThat(reason.code()).isEqualTo("Neo.ClientError.Security.Unauthorized");
  }

  @Test
  void whatTheClockCuresPasses() {
    assertPasses(new ServiceUnavailableException(TEXT), "ServiceUnavailableException");
    assertPasses(new SessionExpiredException(TEXT), "SessionExpiredException");
    String deadlock = "Neo.TransientError.Transaction.DeadlockDetected";
    assertPasses(new TransientException(deadlock, TEXT), deadlock);
    String broken = "Neo.DatabaseError.General.UnknownError";
    assertPasses(new DatabaseException(broken, TEXT), broken);
    String late = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration";
    assertPasses(new ClientException(late, TEXT), late);
    assertPasses(new ClientException(TEXT), "ClientException");
    assertPasses(new IllegalStateException(TEXT), "IllegalStateException");
  }

  private StoreException lasting(Exception failure) {
    Optional<Exception> found = failures.lasting(new CompletionException(failure));
    assertThat(found).containsInstanceOf(StoreException.class);
    return (StoreException) found.orElseThrow();
  }

  private void assertPasses(Exception failure, String code) {
    assertThat(failures.lasting(new CompletionException(failure))).isEmpty();
    assertThat(failures.passingCode(failure)).isEqualTo(code);
  }
}
