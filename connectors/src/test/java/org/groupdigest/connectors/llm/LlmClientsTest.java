package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.mockwebserver.MockWebServer;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.SharedClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlmClientsTest {
  @TempDir private Path folder;

  @Test
  void theEndpointChoosesTheProtocol() throws IOException {
    ApiKey key = ApiKey.ofFile(Files.writeString(folder.resolve("key"), Wire.KEY));
    try (LlmClient openAi =
            LlmClients.open(OpenAiEndpoint.builder("https://llm.example/v1").key(key).build());
        LlmClient gigaChat =
            LlmClients.open(GigaChatEndpoint.builder().authorizationKey(key).build())) {
      assertThat(openAi).isInstanceOf(OpenAiClient.class);
      assertThat(gigaChat).isInstanceOf(GigaChatClient.class);
    }
  }

  @Test
  void aMissingKeyStopsTheStart() {
    ApiKey absent = ApiKey.ofFile(folder.resolve("absent"));
    OpenAiEndpoint openAi = OpenAiEndpoint.builder("https://llm.example/v1").key(absent).build();
    GigaChatEndpoint gigaChat = GigaChatEndpoint.builder().authorizationKey(absent).build();
    assertThatThrownBy(() -> LlmClients.open(openAi)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> LlmClients.open(gigaChat)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void equalEndpointsShareOneClientUntilTheLastHolderIsGone() throws IOException {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      SharedClients clients = new SharedClients();
      Lease<LlmClient> first = lease(clients, server);
      Lease<LlmClient> second = lease(clients, server);
      assertThat(second.client()).isSameAs(first.client());

      first.close();
      server.enqueue(Wire.answer());
      assertThat(Wire.get(second.client().chat(Wire.chat())))
          .isInstanceOf(ChatReply.Answered.class);
      second.close();
      assertThat(Wire.kind(second.client().chat(Wire.chat()))).isEqualTo(Kind.UNREACHABLE);
    }
  }

  private static Lease<LlmClient> lease(SharedClients clients, MockWebServer server) {
    LlmEndpoint endpoint =
        OpenAiEndpoint.builder(server.url("/v1").toString()).key(ApiKey.none()).build();
    return clients.lease(endpoint, () -> LlmClients.open(endpoint));
  }
}
