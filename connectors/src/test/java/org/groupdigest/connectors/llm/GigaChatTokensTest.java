package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.testing.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens over the wire: how many are asked for, and what happens when they are not given. */
class GigaChatTokensTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final MockWebServer server = new MockWebServer();
  private final SettableClock clock = new SettableClock(Wire.NOW);
  private LlmClient client;

  @BeforeEach
  void open() throws IOException {
    server.start();
    client =
        LlmClients.open(
            Wire.gigaChat(server).tokenTimeout(Duration.ofMillis(300)).build(),
            clock,
            () -> Wire.ID);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.shutdown();
  }

  @Test
  void manyCallsAtOnceAskForOneToken() {
    server.setDispatcher(new Provider("none"));
    List<CompletionStage<ChatReply>> replies = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      replies.add(client.chat(Wire.chat()));
    }
    assertThat(replies).allMatch(reply -> Wire.get(reply) instanceof ChatReply.Answered);
    assertThat(paths()).containsOnlyOnce("/oauth").hasSize(41);
  }

  @Test
  void aTokenIsRenewedBeforeItsEndWhileCallsGoOn() {
    server.enqueue(Wire.token("old", clock.instant().plus(HALF_AN_HOUR)));
    server.enqueue(Wire.answer());
    Wire.get(client.chat(Wire.chat()));
    clock.advance(HALF_AN_HOUR.minusSeconds(59));
    server.setDispatcher(new Provider("none"));
    Wire.get(client.chat(Wire.chat()));
    Wire.take(server);
    Wire.take(server);
    List<String> next = List.of(describe(Wire.take(server)), describe(Wire.take(server)));
    assertThat(next)
        .containsExactlyInAnyOrder(
            "/oauth Basic " + Wire.KEY, "/api/v1/chat/completions Bearer old");
  }

  @Test
  void aRejectedTokenIsReplacedAndTheRequestSentOnceMore() {
    server.enqueue(Wire.token("old", clock.instant().plus(HALF_AN_HOUR)));
    server.enqueue(Wire.json(401, "{\"status\":401,\"message\":\"Token has expired\"}"));
    server.enqueue(Wire.token("new", clock.instant().plus(HALF_AN_HOUR)));
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seen.add(describe(Wire.take(server)));
    }
    assertThat(seen)
        .containsExactly(
            "/oauth Basic " + Wire.KEY,
            "/api/v1/chat/completions Bearer old",
            "/oauth Basic " + Wire.KEY,
            "/api/v1/chat/completions Bearer new");
  }

  @Test
  void manyRejectionsAtOnceAskForOneNewToken() {
    server.enqueue(Wire.token("old", clock.instant().plus(HALF_AN_HOUR)));
    server.enqueue(Wire.answer());
    Wire.get(client.chat(Wire.chat()));
    server.setDispatcher(new Provider("old"));
    List<CompletionStage<ChatReply>> replies = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      replies.add(client.chat(Wire.chat()));
    }
    assertThat(replies).allMatch(reply -> Wire.get(reply) instanceof ChatReply.Answered);
    assertThat(paths()).filteredOn("/oauth"::equals).hasSize(2);
  }

  @Test
  void aSecondRejectionIsTheEnd() {
    for (int i = 0; i < 2; i++) {
      server.enqueue(Wire.token("token-" + i, clock.instant().plus(HALF_AN_HOUR)));
      server.enqueue(new MockResponse().setResponseCode(401));
    }
    assertThat(Wire.failure(client.chat(Wire.chat())))
        .isEqualTo(LlmFailure.of(Kind.BAD_CREDENTIALS, "http_401"));
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"code\":7,\"message\":\"scope does not fit\"} | BAD_CREDENTIALS",
        "401 | {\"code\":4,\"message\":\"unknown client\"} | BAD_CREDENTIALS",
        "403 | '' | BAD_CREDENTIALS",
        "402 | '' | PAYMENT_REQUIRED",
        "404 | '' | BAD_REQUEST",
        "429 | '' | RATE_LIMITED",
        "500 | '' | OVERLOADED",
        "200 | '' | MALFORMED",
        "200 | {\"access_token\":\"t\"} | MALFORMED",
        "200 | {\"expires_at\":1772452800000} | MALFORMED",
        "200 | {\"access_token\":\"a b\",\"expires_at\":1772452800000} | MALFORMED"
      })
  void withoutATokenNoPromptIsSent(int status, String body, Kind expected) {
    server.enqueue(Wire.json(status, body).setHeader("Retry-After", "4"));
    LlmFailure failure = Wire.failure(client.chat(Wire.chat()));
    assertThat(failure.kind()).isEqualTo(expected);
    assertThat(failure.detail()).startsWith("token_");
    assertThat(failure.retryAfter()).isEqualTo(status == 200 ? null : Duration.ofSeconds(4));
    assertThat(server.getRequestCount()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "NO_RESPONSE, TIMEOUT",
    "DISCONNECT_AFTER_REQUEST, UNREACHABLE",
    "DISCONNECT_DURING_RESPONSE_BODY, MALFORMED"
  })
  void aBrokenAuthorizationServiceIsAFailureOfTheCall(SocketPolicy policy, Kind expected) {
    server.enqueue(Wire.token("lost", clock.instant()).setSocketPolicy(policy));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(expected);
    assertThat(server.getRequestCount()).isOne();
  }

  @Test
  void waitingForATokenCountsAsTimeOfTheCall() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    assertThat(Wire.failure(client.chat(Wire.chat(Duration.ofMillis(20)))))
        .isEqualTo(LlmFailure.of(Kind.TIMEOUT, "token_timeout"));
  }

  @Test
  void afterAFailureTheNextCallAsksAgain() {
    server.enqueue(new MockResponse().setResponseCode(500));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(Kind.OVERLOADED);
    server.enqueue(Wire.token("late", clock.instant().plus(HALF_AN_HOUR)));
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
  }

  @Test
  void closingFailsCallsThatWaitForAToken() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    CompletionStage<ChatReply> reply = client.chat(Wire.chat());
    Wire.take(server);
    client.close();
    assertThat(Wire.failure(reply)).isEqualTo(LlmFailure.of(Kind.UNREACHABLE, "token_closed"));
  }

  private List<String> paths() {
    List<String> paths = new ArrayList<>();
    for (int i = server.getRequestCount(); i > 0; i--) {
      paths.add(Wire.take(server).getPath());
    }
    return paths;
  }

  private static String describe(RecordedRequest request) {
    return request.getPath() + " " + request.getHeader("Authorization");
  }

  /** Gives a token to everyone and answers all who do not come with an old one. */
  private final class Provider extends Dispatcher {
    private final String old;

    private Provider(String old) {
      this.old = old;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if ("/oauth".equals(request.getPath())) {
        return Wire.token("given", clock.instant().plus(HALF_AN_HOUR));
      }
      boolean stale = ("Bearer " + old).equals(request.getHeader("Authorization"));
      return stale ? new MockResponse().setResponseCode(401) : Wire.answer();
    }
  }
}
