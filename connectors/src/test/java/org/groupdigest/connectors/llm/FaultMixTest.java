package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many calls at once to a provider that fails in every way: each ends, as what happened to it. */
@Timeout(60)
class FaultMixTest {
  private static final int CALLS = 400;
  private static final long SEED = 20260302;
  private static final HttpOptions MANY = HttpOptions.defaults().withMaxRequests(32);

  /** What the provider does to a call; null is an answer. */
  private enum Fault {
    NONE(null),
    LIMITED(Kind.RATE_LIMITED),
    ERROR(Kind.OVERLOADED),
    HANG(Kind.TIMEOUT),
    RESET(Kind.UNREACHABLE),
    CUT(Kind.MALFORMED),
    NONSENSE(Kind.MALFORMED);

    private final Kind expected;

    Fault(Kind expected) {
      this.expected = expected;
    }

    private MockResponse response() {
      return switch (this) {
        case NONE -> Wire.answer();
        case LIMITED -> new MockResponse().setResponseCode(429).setHeader("Retry-After", "0");
        case ERROR -> new MockResponse().setResponseCode(503).setHeader("Retry-After", "0");
        case HANG -> new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE);
        case RESET -> new MockResponse().setSocketPolicy(SocketPolicy.DISCONNECT_AFTER_REQUEST);
        case CUT -> Wire.answer().setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY);
        case NONSENSE -> Wire.json(200, "upstream said no");
      };
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyCallEndsOnceAsWhatHappenedToIt(boolean gigaChat) throws IOException {
    Map<String, Fault> faults = faults();
    Map<String, Integer> seen = new ConcurrentHashMap<>();
    Map<String, CompletionStage<ChatReply>> replies = new LinkedHashMap<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(new Faulty(faults, seen));
      server.start();
      try (LlmClient client = gigaChat ? gigaChat(server) : Wire.openAi(server, MANY)) {
        faults.keySet().forEach(call -> replies.put(call, client.chat(chat(call))));
        replies.forEach(
            (call, reply) ->
                assertThat(kind(Wire.get(reply)))
                    .as("%s, seed %d", call, SEED)
                    .isEqualTo(faults.get(call).expected));
      }
    }
    assertThat(seen).hasSize(CALLS).allSatisfy((call, times) -> assertThat(times).isOne());
  }

  private static LlmClient gigaChat(MockWebServer server) {
    return LlmClients.open(Wire.gigaChat(server).http(MANY).build(), Wire.CLOCK, () -> Wire.ID);
  }

  private static Map<String, Fault> faults() {
    Random random = new Random(SEED);
    List<Fault> all = List.of(Fault.values());
    Map<String, Fault> faults = new LinkedHashMap<>();
    for (int i = 0; i < CALLS; i++) {
      faults.put("call-" + i, all.get(random.nextInt(all.size())));
    }
    return faults;
  }

  private static ChatRequest chat(String call) {
    return new ChatRequest(
        "model-1", Wire.chat().messages(), null, 50, 0, call, null, Duration.ofMillis(1_500));
  }

  private static Kind kind(ChatReply reply) {
    return reply instanceof ChatReply.Failed failed ? failed.failure().kind() : null;
  }

  /** Does to each call what is planned for it, and counts how often it came. */
  private static final class Faulty extends Dispatcher {
    private final Map<String, Fault> faults;
    private final Map<String, Integer> seen;

    private Faulty(Map<String, Fault> faults, Map<String, Integer> seen) {
      this.faults = faults;
      this.seen = seen;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      if ("/oauth".equals(request.getPath())) {
        return Wire.token("given", Wire.NOW.plusSeconds(1_800));
      }
      String call = request.getHeader("X-Request-ID");
      seen.merge(call, 1, Integer::sum);
      return faults.get(call).response();
    }
  }
}
