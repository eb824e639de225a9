package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import okhttp3.mockwebserver.SocketPolicy;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every request, seen through a client. */
@Timeout(60)
class LlmHttpTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final MockWebServer server = new MockWebServer();
  private LlmClient client;

  @BeforeEach
  void open() throws IOException {
    server.start();
    client = Wire.openAi(server);
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.shutdown();
  }

  @Test
  void aServerThatHangsIsATimeout() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    assertThat(Wire.failure(client.chat(Wire.chat(SHORT))))
        .isEqualTo(LlmFailure.of(Kind.TIMEOUT, "timeout"));
  }

  @Test
  void anAnswerThatDripsIsATimeoutToo() {
    server.enqueue(Wire.answer().throttleBody(1, 50, TimeUnit.MILLISECONDS));
    assertThat(Wire.kind(client.chat(Wire.chat(SHORT)))).isEqualTo(Kind.TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S"})
  void withoutTimeNothingIsSent(Duration timeout) {
    assertThat(Wire.kind(client.chat(Wire.chat(timeout)))).isEqualTo(Kind.TIMEOUT);
    assertThat(server.getRequestCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "DISCONNECT_AFTER_REQUEST, UNREACHABLE",
    "DISCONNECT_AT_START, UNREACHABLE",
    "DISCONNECT_DURING_RESPONSE_BODY, MALFORMED"
  })
  void aBrokenConnectionIsNotTriedAgain(SocketPolicy policy, Kind expected) {
    server.enqueue(Wire.answer().setSocketPolicy(policy));
    server.enqueue(Wire.answer());
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(expected);
    assertThat(server.getRequestCount()).isLessThanOrEqualTo(1);
  }

  @Test
  void aConnectionThatIsResetWithinAnAnswerIsUnreachable() throws Exception {
    try (ServerSocket resetting = new ServerSocket(0)) {
      CompletableFuture<Void> served =
          CompletableFuture.runAsync(() -> resetWithinAnswer(resetting));
      assertThat(kindAt("http://127.0.0.1:" + resetting.getLocalPort()))
          .isEqualTo(Kind.UNREACHABLE);
      served.get(10, TimeUnit.SECONDS);
    }
  }

  private static void resetWithinAnswer(ServerSocket server) {
    try (Socket socket = server.accept()) {
      assertThat(socket.getInputStream().read()).isEqualTo('P');
      String start = "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"choices\":";
      socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 421, 429, 500, 503})
  void noStatusMakesTheRequestBeSentTwice(int status) {
    server.enqueue(new MockResponse().setResponseCode(status).setHeader("Retry-After", "0"));
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Failed.class);
    assertThat(server.getRequestCount()).isOne();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void theKeyDoesNotFollowARedirect(int status) throws IOException {
    try (MockWebServer elsewhere = new MockWebServer()) {
      elsewhere.start();
      server.enqueue(
          new MockResponse()
              .setResponseCode(status)
              .setHeader("Location", elsewhere.url("/v1/chat/completions")));
      assertThat(Wire.failure(client.chat(Wire.chat())))
          .isEqualTo(LlmFailure.of(Kind.BAD_REQUEST, "http_" + status));
      assertThat(elsewhere.getRequestCount()).isZero();
    }
  }

  @Test
  void nobodyAtThePortIsUnreachable() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(kindAt("http://127.0.0.1:" + free)).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aHostWithoutAnAddressIsUnreachable() {
    assertThat(kindAt("https://llm.invalid/v1")).isEqualTo(Kind.UNREACHABLE);
  }

  private static Kind kindAt(String url) {
    OpenAiEndpoint endpoint = OpenAiEndpoint.builder(url).key(ApiKey.none()).build();
    try (LlmClient own = LlmClients.open(endpoint)) {
      return Wire.kind(own.chat(Wire.chat()));
    }
  }

  @Test
  void anAnswerIsReadUpToTheLimit() throws IOException {
    String body = Wire.answerJson("stop");
    HttpOptions exact = HttpOptions.defaults().withMaxAnswerBytes(body.length());
    server.enqueue(Wire.answer());
    server.enqueue(Wire.json(200, body + " "));
    server.enqueue(gzipped(body + " ".repeat(1 << 20)));
    try (LlmClient own = Wire.openAi(server, exact)) {
      assertThat(Wire.get(own.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
      assertThat(Wire.failure(own.chat(Wire.chat())))
          .isEqualTo(LlmFailure.of(Kind.MALFORMED, "answer_too_long"));
      assertThat(Wire.kind(own.chat(Wire.chat()))).isEqualTo(Kind.MALFORMED);
    }
  }

  private static MockResponse gzipped(String text) throws IOException {
    Buffer bytes = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(bytes))) {
      sink.writeUtf8(text);
    }
    return new MockResponse().setHeader("Content-Encoding", "gzip").setBody(bytes);
  }

  @Test
  void anErrorIsSortedByItsStatusHoweverLongOrCutItsTextIs() {
    server.enqueue(Wire.json(500, "x".repeat(1 << 20)));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(Kind.OVERLOADED);
    server.enqueue(
        Wire.json(429, "x".repeat(1 << 16))
            .setSocketPolicy(SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY));
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(Kind.RATE_LIMITED);
  }

  @Test
  void noMoreRequestsAreInFlightThanAllowed() throws Exception {
    Gate gate = new Gate();
    server.setDispatcher(gate);
    List<CompletionStage<ChatReply>> replies = new ArrayList<>();
    try (LlmClient own = Wire.openAi(server, HttpOptions.defaults().withMaxRequests(3))) {
      for (int i = 0; i < 20; i++) {
        replies.add(own.chat(Wire.chat()));
      }
      gate.entered.acquire(3);
      // Each that leaves lets one in; a fourth would have been inside all the while.
      for (int i = 3; i < 20; i++) {
        gate.leave.release();
        gate.entered.acquire();
      }
      gate.leave.release(3);
      for (CompletionStage<ChatReply> reply : replies) {
        assertThat(Wire.get(reply)).isInstanceOf(ChatReply.Answered.class);
      }
    }
    assertThat(gate.most).hasValue(3);
    assertThat(server.getRequestCount()).isEqualTo(20);
  }

  @Test
  void closingFailsWhatIsInFlightAndWhatWaits() throws Exception {
    Gate gate = new Gate();
    server.setDispatcher(gate);
    LlmClient own = Wire.openAi(server, HttpOptions.defaults().withMaxRequests(1));
    CompletionStage<ChatReply> inFlight = own.chat(Wire.chat());
    CompletionStage<ChatReply> waiting = own.chat(Wire.chat());
    gate.entered.acquire();
    own.close();
    LlmFailure closed = LlmFailure.of(Kind.UNREACHABLE, "closed");
    assertThat(Wire.failure(inFlight)).isEqualTo(closed);
    assertThat(Wire.failure(waiting)).isEqualTo(closed);
    assertThat(Wire.failure(own.chat(Wire.chat()))).isEqualTo(closed);
    gate.leave.release();
  }

  @Test
  void callersDoNotWaitAndAreAnsweredOnThreadsOfTheClient() throws Exception {
    Gate gate = new Gate();
    server.setDispatcher(gate);
    CompletableFuture<String> thread =
        client
            .chat(Wire.chat())
            .thenApply(reply -> Thread.currentThread().getName())
            .toCompletableFuture();
    gate.entered.acquire();
    assertThat(thread).isNotDone();
    gate.leave.release();
    assertThat(Wire.get(thread)).startsWith("OkHttp").doesNotContain("/v1", "?");
  }

  /** Lets requests in, counts them, and answers those that may leave. */
  private static final class Gate extends Dispatcher {
    private final Semaphore entered = new Semaphore(0);
    private final Semaphore leave = new Semaphore(0);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      entered.release();
      leave.acquire();
      inside.decrementAndGet();
      return Wire.answer();
    }
  }
}
