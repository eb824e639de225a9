package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFailuresTest {
  private final FailureClasses classes = RedisFailures.classes();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOAUTH Authentication required.",
        "WRONGPASS invalid username-password pair or user is disabled.",
        "NOPERM this user has no permissions to run the 'set' command",
        "ERR AUTH <password> called without any password configured for the default user.",
        "ERR DB index is out of range"
      })
  void settingsThatAreWrongFailTheJobAlsoWhenConnecting(String reply) {
    RedisCommandExecutionException answer = new RedisCommandExecutionException(reply);
    assertThat(lasting(answer)).hasValueSatisfying(e -> assertThat(e.isAboutElement()).isFalse());
    assertThat(lasting(new RedisConnectionException("cannot connect", answer)))
        .hasValueSatisfying(e -> assertThat(reply).startsWith(e.code()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WRONGTYPE Operation against a key holding the wrong kind of value",
        "ERR Error running script (call to f_1): @user_script:1: WRONGTYPE Operation against a key"
      })
  void aKeyOfAnotherKindIsRefusedAlone(String reply) {
    assertThat(lasting(new RedisCommandExecutionException(reply)))
        .hasValueSatisfying(e -> assertThat(e.isAboutElement()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OOM command not allowed when used memory > 'maxmemory'.",
        "LOADING Redis is loading the dataset in memory",
        "READONLY You can't write against a read only replica.",
        "BUSY Redis is busy running a script."
      })
  void whatPassesIsTriedAgain(String reply) {
    RedisCommandExecutionException answer = new RedisCommandExecutionException(reply);
    assertThat(lasting(answer)).isEmpty();
    assertThat(reply).startsWith(classes.passingCode(answer) + " ");
  }

  @Test
  void aServerThatIsAwayIsTriedAgain() {
    RedisConnectionException refused = new RedisConnectionException("refused");
    RedisCommandTimeoutException late = new RedisCommandTimeoutException("too slow");
    assertThat(lasting(refused)).isEmpty();
    assertThat(lasting(late)).isEmpty();
    assertThat(classes.passingCode(refused)).isEqualTo("unreachable");
    assertThat(classes.passingCode(late)).isEqualTo("timeout");
    assertThat(classes.passingCode(new TimeoutException())).isEqualTo("timeout");
  }

  @Test
  void whatTheServerQuotesIsNotRepeated() {
    assertThat(lasting(new RedisCommandExecutionException("NOPERM no access to key 'anna'")))
        .hasValueSatisfying(e -> assertThat(e).hasNoCause().hasMessageNotContaining("anna"));
  }

  private Optional<StoreException> lasting(Throwable failure) {
    return classes.lasting(failure).map(StoreException.class::cast);
  }
}
