package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Neither keys nor prompts nor answers are in anything that may be printed, on any path. */
class SecretsTest {
  private static final String TOKEN = "token-nobody-may-see";
  // A provider that echoes all it was sent.
  private static final String ECHO =
      String.join(" ", Wire.KEY, TOKEN, Wire.PROMPT, Wire.ANSWER, "call-7");
  private static final String[] SECRETS = {Wire.KEY, TOKEN, Wire.PROMPT, Wire.ANSWER};

  private final MockWebServer server = new MockWebServer();
  private final Log log = new Log();
  private final List<LlmClient> open = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.start();
    log.attach();
  }

  @AfterEach
  void close() throws IOException {
    open.forEach(LlmClient::close);
    log.detach();
    server.shutdown();
  }

  static Stream<MockResponse> answers() {
    Stream<MockResponse> errors =
        Stream.of(301, 400, 401, 402, 403, 404, 408, 413, 422, 429, 500, 503, 529)
            .map(status -> Wire.json(status, echo(status)));
    Stream<MockResponse> broken =
        Stream.of(
                SocketPolicy.DISCONNECT_AFTER_REQUEST,
                SocketPolicy.DISCONNECT_DURING_RESPONSE_BODY,
                SocketPolicy.NO_RESPONSE)
            .map(policy -> Wire.json(200, echo(0)).setSocketPolicy(policy));
    Stream<MockResponse> nonsense =
        Stream.of(ECHO, "{" + ECHO, echo(429), echo(0), "{\"choices\":[\"" + ECHO + "\"]}")
            .map(body -> Wire.json(200, body));
    Stream<MockResponse> answered =
        Stream.of("stop", "length", "blacklist", "content_filter", "error")
            .map(reason -> Wire.json(200, Wire.answerJson(reason)));
    return Stream.of(errors, broken, nonsense, answered).flatMap(all -> all);
  }

  private static String echo(int code) {
    return "{\"error\":{\"code\":%d,\"message\":\"%s\"},\"message\":\"%s\"}"
        .formatted(code, ECHO, ECHO);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void repliesOfOpenAiShowNone(MockResponse answer) {
    server.enqueue(answer);
    showsNone(chatAndEmbed(openAi(), answer));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void repliesOfGigaChatShowNone(MockResponse answer) {
    server.enqueue(Wire.token(TOKEN, Wire.NOW.plusSeconds(1_800)));
    server.enqueue(answer);
    showsNone(chatAndEmbed(gigaChat(), answer));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void refusalsOfATokenShowNone(MockResponse answer) {
    server.enqueue(answer);
    showsNone(chatAndEmbed(gigaChat(), answer));
  }

  @Test
  void anEndpointAndItsClientShowNone() {
    showsNone(
        List.of(
            OpenAiEndpoint.builder("https://llm.example/v1").key(ApiKey.literal(Wire.KEY)).build(),
            Wire.gigaChat(server).build(),
            openAi(),
            gigaChat()));
  }

  @Test
  void requestsAndRepliesShowNone() {
    showsNone(
        List.of(
            Wire.chat(),
            Wire.chat().messages(),
            Wire.embedding(),
            new ChatAnswers(Wire.chat()),
            new EmbeddingAnswers(Wire.embedding()),
            new ChatReply.Answered(Wire.ANSWER, "model-1", 1, 1, false),
            new EmbeddingReply.Answered(List.of(new float[] {1}), "model-1", 1),
            new TokenReply.Granted(TOKEN, Wire.NOW),
            new HttpReply.Complete(200, Headers.of("X-Echo", ECHO), ECHO)));
  }

  /** One call of each kind; a later answer is the same one. */
  private List<Object> chatAndEmbed(LlmClient client, MockResponse answer) {
    ChatReply chat = Wire.get(client.chat(Wire.chat(Duration.ofMillis(300))));
    server.enqueue(answer.clone());
    server.enqueue(answer.clone());
    EmbeddingRequest plain = Wire.embedding();
    EmbeddingReply embedding =
        Wire.get(
            client.embed(
                new EmbeddingRequest(
                    plain.model(),
                    plain.texts(),
                    plain.idempotencyKey(),
                    plain.user(),
                    Duration.ofMillis(300))));
    return List.of(chat, embedding);
  }

  private void showsNone(List<?> things) {
    assertThat(things).allSatisfy(thing -> assertThat(thing.toString()).doesNotContain(SECRETS));
    assertThat(log.lines).allSatisfy(line -> assertThat(line).doesNotContain(SECRETS));
  }

  private LlmClient openAi() {
    return opened(Wire.openAi(server));
  }

  private LlmClient gigaChat() {
    GigaChatEndpoint endpoint = Wire.gigaChat(server).tokenTimeout(Duration.ofMillis(300)).build();
    return opened(LlmClients.open(endpoint, Wire.CLOCK, () -> Wire.ID));
  }

  private LlmClient opened(LlmClient client) {
    open.add(client);
    return client;
  }

  /** Everything that is logged through the Java runtime, as OkHttp does, on the finest level. */
  private static final class Log extends Handler {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private Level level;

    private void attach() {
      level = root.getLevel();
      root.setLevel(Level.ALL);
      root.addHandler(this);
    }

    private void detach() {
      root.removeHandler(this);
      root.setLevel(level);
    }

    @Override
    public void publish(LogRecord line) {
      Object[] parameters = line.getParameters();
      lines.add(line.getMessage() + " " + Arrays.toString(parameters) + " " + line.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
