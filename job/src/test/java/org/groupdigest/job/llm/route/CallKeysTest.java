package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.connectors.llm.ChatMessage;
import org.groupdigest.connectors.llm.ResponseSchema;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.model.TenantQuotas;
import org.junit.jupiter.api.Test;

/** Two requests have one key exactly when they have one answer. */
class CallKeysTest {

  private static final ResponseSchema SCHEMA = new ResponseSchema("topics", "{}");

  @Test
  void everythingThatIsSentMakesTheKey() {
    assertThat(
            List.of(
                key(null, 100, ChatMessage.user("ab")),
                key(null, 100, ChatMessage.system("ab")),
                key(null, 100, ChatMessage.user("a"), ChatMessage.user("b")),
                key(null, 100, ChatMessage.user("b"), ChatMessage.user("a")),
                key(null, 101, ChatMessage.user("ab")),
                key(SCHEMA, 100, ChatMessage.user("ab")),
                key(new ResponseSchema("topics", "{ }"), 100, ChatMessage.user("ab")),
                key(new ResponseSchema("roles", "{}"), 100, ChatMessage.user("ab"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void textThatLooksLikeTheFormOfAKeyIsOnlyText() {
    assertThat(key(null, 1, ChatMessage.user("a4:user1:b")))
        .isNotEqualTo(key(null, 1, ChatMessage.user("a"), ChatMessage.user("b")));
  }

  @Test
  void aFreshCopyOfARequestHasTheSameKey() {
    assertThat(key(SCHEMA, 100, ChatMessage.user("ab")))
        .isEqualTo(key(new ResponseSchema("topics", "{}"), 100, ChatMessage.user("a" + "b")));
  }

  @Test
  void theNameOfATenantForTheProviderIsStableAndDoesNotShowIt() {
    assertThat(CallKeys.userOf("acme")).isEqualTo(CallKeys.userOf("acme")).doesNotContain("acme");
    assertThat(CallKeys.userOf("acme")).isNotEqualTo(CallKeys.userOf("acmf")).hasSize(16);
  }

  private static String key(ResponseSchema schema, int maxAnswerTokens, ChatMessage... messages) {
    RoutedRequest like = RouterHarness.request("acme", Tier.PRO, "x");
    RoutedRequest request =
        new RoutedRequest(
            like.window(),
            like.stages(),
            like.tier(),
            like.promptId(),
            like.promptVersion(),
            List.of(messages),
            schema,
            10,
            maxAnswerTokens,
            TenantQuotas.NONE);
    return CallKeys.of(request, "model").callId();
  }
}
