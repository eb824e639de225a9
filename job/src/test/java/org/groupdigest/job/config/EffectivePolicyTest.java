package org.groupdigest.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.TenantPolicy.GroupOverride;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.testing.TestSettings;
import org.junit.jupiter.api.Test;

/** A group's own word counts, else its tenant's, else the settings'. */
class EffectivePolicyTest {

  private static final GroupKey GROUP = new GroupKey("acme", "backend");
  private static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-100");
  private static final DeliveryTarget HOOK = new DeliveryTarget("webhook", "https://x.example");

  private final DigestSettings settings =
      TestSettings.with(Map.of("DIGEST_WINDOW_HOURS", "12", "DIGEST_TIME_ZONE", "Asia/Tokyo"));

  @Test
  void withoutAPolicyTheSettingsHold() {
    assertThat(EffectivePolicy.of(null, GROUP, settings))
        .isEqualTo(
            new EffectivePolicy(
                true,
                List.of(12),
                ZoneId.of("Asia/Tokyo"),
                "auto",
                List.of(),
                List.of(),
                0.7,
                false,
                TenantQuotas.NONE));
  }

  @Test
  void whatAPolicySaysHoldsForEveryGroup() {
    TenantPolicy policy = policy(true, List.of(4, 24), "Europe/Moscow", "ru", 0.9, List.of());

    assertThat(EffectivePolicy.of(policy, GROUP, settings))
        .isEqualTo(
            new EffectivePolicy(
                true,
                List.of(4, 24),
                ZoneId.of("Europe/Moscow"),
                "ru",
                List.of("team"),
                List.of(CHAT),
                0.9,
                true,
                TenantQuotas.NONE));
  }

  @Test
  void whatAPolicyLeavesOpenIsTakenFromTheSettings() {
    EffectivePolicy effective =
        EffectivePolicy.of(policy(true, null, null, null, null, null), GROUP, settings);

    assertThat(effective.windowHours()).containsExactly(12);
    assertThat(effective.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(effective.language()).isEqualTo("auto");
    assertThat(effective.qualityThreshold()).isEqualTo(0.7);
  }

  @Test
  void aGroupsOwnWordCountsMore() {
    GroupOverride own =
        new GroupOverride("backend", false, List.of(6), "America/Lima", "en", List.of(HOOK), 0.5);
    TenantPolicy policy = policy(true, List.of(24), "UTC", "ru", 0.9, List.of(own));

    EffectivePolicy effective = EffectivePolicy.of(policy, GROUP, settings);

    assertThat(effective.enabled()).isFalse();
    assertThat(effective.windowHours()).containsExactly(6);
    assertThat(effective.zone()).isEqualTo(ZoneId.of("America/Lima"));
    assertThat(effective.language()).isEqualTo("en");
    assertThat(effective.delivery()).containsExactly(HOOK);
    assertThat(effective.qualityThreshold()).isEqualTo(0.5);
    assertThat(effective.scopes()).as("no group has its own").containsExactly("team");
  }

  @Test
  void anotherGroupsWordDoesNotCount() {
    GroupOverride other = new GroupOverride("frontend", false, null, null, "en", null, null);
    TenantPolicy policy = policy(true, List.of(24), "UTC", "ru", null, List.of(other));

    EffectivePolicy effective = EffectivePolicy.of(policy, GROUP, settings);

    assertThat(effective.enabled()).isTrue();
    assertThat(effective.language()).isEqualTo("ru");
  }

  @Test
  void aGroupMayBeOnWhileItsTenantIsOff() {
    GroupOverride on = new GroupOverride("backend", true, null, null, null, null, null);

    TenantPolicy policy = policy(false, null, null, null, null, List.of(on));

    assertThat(EffectivePolicy.of(policy, GROUP, settings).enabled()).isTrue();
    assertThat(EffectivePolicy.of(policy, new GroupKey("acme", "other"), settings).enabled())
        .isFalse();
  }

  @Test
  void nobodyIsOnWhileTheSwitchIsOffButTheCanaries() {
    DigestSettings off =
        TestSettings.with(
            Map.of("DIGEST_AGENT_ENABLED", "false", "DIGEST_AGENT_CANARY_TENANTS", "beta"));
    TenantPolicy wanting = policy(true, null, null, null, null, null);

    assertThat(EffectivePolicy.of(wanting, GROUP, off).enabled()).isFalse();
    assertThat(EffectivePolicy.of(null, new GroupKey("beta", "g"), off).enabled()).isTrue();
  }

  @Test
  void aCanaryThatIsOffByItsOwnPolicyStaysOff() {
    DigestSettings canary =
        TestSettings.with(
            Map.of("DIGEST_AGENT_ENABLED", "false", "DIGEST_AGENT_CANARY_TENANTS", "acme"));

    assertThat(
            EffectivePolicy.of(policy(false, null, null, null, null, null), GROUP, canary)
                .enabled())
        .isFalse();
  }

  private static TenantPolicy policy(
      boolean enabled,
      List<Integer> hours,
      String zone,
      String language,
      Double threshold,
      List<GroupOverride> groups) {
    return new TenantPolicy(
        "acme",
        enabled,
        hours,
        zone,
        language,
        List.of("team"),
        List.of(CHAT),
        threshold,
        false,
        true,
        groups,
        null,
        null);
  }
}
