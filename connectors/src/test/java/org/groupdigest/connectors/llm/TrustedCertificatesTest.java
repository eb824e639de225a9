package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes with servers of a private authority. */
class TrustedCertificatesTest {
  private final HeldCertificate authority =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("Test authority").build();
  private final MockWebServer server = new MockWebServer();

  @TempDir private Path folder;

  @AfterEach
  void close() throws IOException {
    server.shutdown();
  }

  @Test
  void aServerOfTheGivenAuthorityIsTrusted() throws IOException {
    serve("localhost", "127.0.0.1");
    server.enqueue(Wire.answer());
    try (LlmClient client = Wire.openAi(server, trusting(authority))) {
      assertThat(Wire.get(client.chat(Wire.chat()))).isInstanceOf(ChatReply.Answered.class);
    }
  }

  @Test
  void aServerOfAnotherAuthorityIsRefusedAndGetsNoKey() throws IOException {
    serve("localhost", "127.0.0.1");
    HeldCertificate other = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (LlmClient with = Wire.openAi(server, trusting(other));
        LlmClient without = Wire.openAi(server)) {
      assertThat(Wire.failure(with.chat(Wire.chat())))
          .isEqualTo(LlmFailure.of(Kind.UNREACHABLE, "SSLHandshakeException"));
      assertThat(Wire.kind(without.chat(Wire.chat()))).isEqualTo(Kind.UNREACHABLE);
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aServerWithAnothersNameIsRefused() throws IOException {
    serve("elsewhere.example");
    try (LlmClient client = Wire.openAi(server, trusting(authority))) {
      assertThat(Wire.failure(client.chat(Wire.chat())))
          .isEqualTo(LlmFailure.of(Kind.UNREACHABLE, "SSLPeerUnverifiedException"));
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void givenAuthoritiesAreAddedToThoseOfTheRuntime() throws IOException {
    X509Certificate[] trusted =
        TrustedCertificates.with(pem(authority)).manager().getAcceptedIssuers();
    int ofTheRuntime =
        new HandshakeCertificates.Builder()
            .addPlatformTrustedCertificates()
            .build()
            .trustManager()
            .getAcceptedIssuers()
            .length;
    assertThat(Arrays.asList(trusted))
        .contains(authority.certificate())
        .hasSize(ofTheRuntime + 1)
        .hasSizeGreaterThan(1);
  }

  @Test
  void aFileMayHoldManyCertificatesAndWordsBetweenThem() throws IOException {
    HeldCertificate second = new HeldCertificate.Builder().certificateAuthority(0).build();
    Path both =
        Files.writeString(
            folder.resolve("both.pem"), authority.certificatePem() + second.certificatePem());
    assertThat(TrustedCertificates.with(both).manager().getAcceptedIssuers())
        .contains(authority.certificate(), second.certificate());
  }

  @Test
  void aFileThatCannotBeUsedStopsTheStart() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path noise = Files.writeString(folder.resolve("noise.pem"), "no certificate");
    for (Path file : new Path[] {empty, noise, folder.resolve("absent.pem")}) {
      OpenAiEndpoint endpoint =
          OpenAiEndpoint.builder("https://llm.example/v1")
              .key(ApiKey.none())
              .http(HttpOptions.defaults().withCaFile(file.toString()))
              .build();
      assertThatThrownBy(() -> LlmClients.open(endpoint))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(file.toString());
    }
  }

  private void serve(String... names) throws IOException {
    HeldCertificate.Builder certificate = new HeldCertificate.Builder().signedBy(authority);
    Arrays.stream(names).forEach(certificate::addSubjectAlternativeName);
    HandshakeCertificates held =
        new HandshakeCertificates.Builder().heldCertificate(certificate.build()).build();
    server.useHttps(held.sslSocketFactory(), false);
    server.start();
  }

  private HttpOptions trusting(HeldCertificate root) throws IOException {
    return HttpOptions.defaults().withCaFile(pem(root).toString());
  }

  private Path pem(HeldCertificate root) throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), root.certificatePem());
  }
}
