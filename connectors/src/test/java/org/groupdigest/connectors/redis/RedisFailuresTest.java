package org.groupdigest.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.connectors.sink.RejectedEntryException;
import org.groupdigest.connectors.sink.StoreAccessException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisFailuresTest {
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
    assertThat(fatal(answer)).singleElement().isInstanceOf(StoreAccessException.class);
    assertThat(fatal(new RedisConnectionException("cannot connect", answer)))
        .singleElement()
        .isInstanceOfSatisfying(
            StoreAccessException.class, e -> assertThat(reply).startsWith(e.code()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WRONGTYPE Operation against a key holding the wrong kind of value",
        "ERR Error running script (call to f_1): @user_script:1: WRONGTYPE Operation against a key"
      })
  void aKeyOfAnotherKindIsRefusedAlone(String reply) {
    assertThat(fatal(new RedisCommandExecutionException(reply)))
        .singleElement()
        .isInstanceOf(RejectedEntryException.class);
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
    assertThat(fatal(new RedisCommandExecutionException(reply))).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsTriedAgain() {
    assertThat(fatal(new RedisConnectionException("refused"))).isEmpty();
    assertThat(fatal(new RedisCommandTimeoutException("too slow"))).isEmpty();
  }

  @Test
  void whatTheServerQuotesIsNotRepeated() {
    assertThat(fatal(new RedisCommandExecutionException("NOPERM no access to key 'anna'")))
        .singleElement()
        .satisfies(e -> assertThat(e).hasNoCause().hasMessageNotContaining("anna"));
  }

  private static List<Exception> fatal(Throwable failure) {
    List<Exception> fatal = new ArrayList<>();
    RedisFailures.classifiers().isFatal(failure, fatal::add);
    return fatal;
  }
}
