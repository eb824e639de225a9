package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import okhttp3.Protocol;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of a request over HTTP/2, which encrypted endpoints choose: streams, not sockets.
 */
@Timeout(60)
class Http2Test {
  private static final Duration SHORT = Duration.ofMillis(400);

  private final MockWebServer server = new MockWebServer();
  private LlmClient client;

  @TempDir private Path folder;

  @BeforeEach
  void open() throws IOException {
    HeldCertificate held =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(held).build();
    server.useHttps(certificates.sslSocketFactory(), false);
    server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    server.start();
    Path pem = Files.writeString(folder.resolve("server.pem"), held.certificatePem());
    client = Wire.openAi(server, HttpOptions.defaults().withCaFile(pem.toString()));
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    server.shutdown();
  }

  @Test
  void callsShareAConnection() {
    List<CompletionStage<ChatReply>> replies = new ArrayList<>();
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
    assertThat(Wire.take(server).getSequenceNumber()).isZero();
    for (int i = 0; i < 10; i++) {
      server.enqueue(Wire.answer());
      replies.add(client.chat(Wire.chat()));
    }
    assertThat(replies).allMatch(reply -> Wire.get(reply) instanceof ChatReply.Answered);
    for (int i = 0; i < 10; i++) {
      assertThat(Wire.take(server).getSequenceNumber()).as("not first of its socket").isPositive();
    }
  }

  @Test
  void aStreamThatIsRefusedIsNotTriedAgain() {
    server.enqueue(Wire.answer());
    Wire.get(client.chat(Wire.chat()));
    // 7 is REFUSED_STREAM: not looked at by the server, and still for the callers to decide on.
    server.enqueue(
        new MockResponse()
            .setSocketPolicy(SocketPolicy.RESET_STREAM_AT_START)
            .setHttp2ErrorCode(7));
    server.enqueue(Wire.answer());
    assertThat(Wire.failure(client.chat(Wire.chat())))
        .isEqualTo(LlmFailure.of(Kind.UNREACHABLE, "StreamResetException"));
    assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void aStreamThatHangsIsATimeoutAndLeavesTheConnectionToOthers() {
    server.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.NO_RESPONSE));
    assertThat(Wire.kind(client.chat(Wire.chat(SHORT)))).isEqualTo(Kind.TIMEOUT);
    server.enqueue(Wire.answer());
    assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
  }

  @Test
  void noStatusMakesTheRequestBeSentTwice() {
    server.enqueue(new MockResponse().setResponseCode(503).setHeader("Retry-After", "0"));
    server.enqueue(Wire.answer());
    assertThat(Wire.kind(client.chat(Wire.chat()))).isEqualTo(Kind.OVERLOADED);
    assertThat(server.getRequestCount()).isOne();
  }
}
