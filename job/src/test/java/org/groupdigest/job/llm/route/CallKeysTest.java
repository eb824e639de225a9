package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.junit.jupiter.api.Test;

/** Two requests have one key exactly when they have one answer. */
class CallKeysTest {

  @Test
  void theInputTheWindowAndTheModelMakeTheKey() {
    RoutedRequest one = RouterHarness.request("acme", Tier.PRO, "x");
    assertThat(
            List.of(
                CallKeys.of(one, "model").callId(),
                CallKeys.of(one, "another").callId(),
                CallKeys.of(RouterHarness.request("acme", Tier.PRO, "y"), "model").callId(),
                CallKeys.of(RouterHarness.request("acmf", Tier.PRO, "x"), "model").callId()))
        .doesNotHaveDuplicates();
    assertThat(CallKeys.of(RouterHarness.request("acme", Tier.PRO, "x"), "model"))
        .as("a fresh copy")
        .isEqualTo(CallKeys.of(one, "model"));
  }

  @Test
  void theNameOfATenantForTheProviderIsStableAndDoesNotShowIt() {
    assertThat(CallKeys.userOf("acme")).isEqualTo(CallKeys.userOf("acme")).doesNotContain("acme");
    assertThat(CallKeys.userOf("acme")).isNotEqualTo(CallKeys.userOf("acmf")).hasSize(16);
  }
}
