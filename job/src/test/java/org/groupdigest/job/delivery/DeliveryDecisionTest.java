package org.groupdigest.job.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.groupdigest.job.delivery.DeliveryInputs.SynthesisSource;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.quality.QualityGate.Verdict;
import org.junit.jupiter.api.Test;

class DeliveryDecisionTest {

  private static final Verdict GOOD = new Verdict(true, "");
  private static final Verdict BAD = new Verdict(false, "0.610 < 0.700");
  private static final List<String> SCOPES = List.of("digest.read", "digest.send");

  @Test
  void aGoodDigestOfAnAllowedTenantIsReady() {
    assertThat(DeliveryDecision.of(configured(true, SCOPES, true, GOOD)))
        .isEqualTo(new DeliveryDecision(DigestStatus.READY, "", List.of(), false));
  }

  @Test
  void aTenantThatIsOffIsBlockedWhateverElseIsWrong() {
    DeliveryDecision decision = DeliveryDecision.of(configured(false, List.of(), false, BAD));
    assertThat(decision.status()).isEqualTo(DigestStatus.BLOCKED_FEATURE_FLAG);
    assertThat(decision.reason()).isEqualTo("feature_flag");
  }

  @Test
  void missingScopesAreNamedAndComeBeforeQuotaAndQuality() {
    DeliveryDecision decision =
        DeliveryDecision.of(configured(true, List.of("digest.read"), false, BAD));
    assertThat(decision.status()).isEqualTo(DigestStatus.BLOCKED_RBAC);
    assertThat(decision.missingScopes()).containsExactly("digest.send");
    assertThat(decision.reason()).isEqualTo("missing_scopes: digest.send");
  }

  @Test
  void aUsedUpQuotaComesBeforeQuality() {
    assertThat(DeliveryDecision.of(configured(true, SCOPES, false, BAD)).status())
        .isEqualTo(DigestStatus.BLOCKED_QUOTA);
  }

  @Test
  void aStandInIsBlockedAsFailureBeforeItsQualityIsLookedAt() {
    DeliveryDecision decision =
        DeliveryDecision.of(inputs(SynthesisSource.COMPENSATED, false, BAD));
    assertThat(decision.status()).isEqualTo(DigestStatus.BLOCKED_FAILURE);
    assertThat(decision.reason()).isEqualTo("synthesis_failed");
    assertThat(decision.degraded()).isTrue();
  }

  @Test
  void aTenantThatWantsStandInsGetsThemMarkedAndOnlyWithEnoughQuality() {
    assertThat(DeliveryDecision.of(inputs(SynthesisSource.COMPENSATED, true, GOOD)))
        .isEqualTo(new DeliveryDecision(DigestStatus.READY, "", List.of(), true));
    assertThat(DeliveryDecision.of(inputs(SynthesisSource.COMPENSATED, true, BAD)).status())
        .isEqualTo(DigestStatus.BLOCKED_QUALITY);
  }

  @Test
  void withoutAnyTextNothingGoesOut() {
    assertThat(DeliveryDecision.of(inputs(SynthesisSource.NONE, true, GOOD)).status())
        .isEqualTo(DigestStatus.BLOCKED_FAILURE);
  }

  @Test
  void lowQualityBlocksWithTheGatesReason() {
    DeliveryDecision decision = DeliveryDecision.of(configured(true, SCOPES, true, BAD));
    assertThat(decision.status()).isEqualTo(DigestStatus.BLOCKED_QUALITY);
    assertThat(decision.reason()).isEqualTo("0.610 < 0.700");
  }

  @Test
  void scopesAreReadFromASettingWithBlanksDropped() {
    assertThat(DeliveryInputs.scopes(" a, b ,,a")).containsExactly("a", "b");
    assertThat(DeliveryInputs.scopes(null)).isEmpty();
    assertThat(DeliveryInputs.scopes("")).isEmpty();
  }

  private static DeliveryInputs configured(
      boolean enabled, List<String> scopes, boolean quota, Verdict verdict) {
    return new DeliveryInputs(
        enabled, required(), scopes, quota, SynthesisSource.CONFIGURED, false, verdict);
  }

  private static DeliveryInputs inputs(SynthesisSource source, boolean wanted, Verdict verdict) {
    return new DeliveryInputs(true, required(), SCOPES, true, source, wanted, verdict);
  }

  private static Set<String> required() {
    return DeliveryInputs.scopes("digest.read,digest.send");
  }
}
