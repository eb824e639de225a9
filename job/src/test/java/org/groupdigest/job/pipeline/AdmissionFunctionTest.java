package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.TenantPolicy.GroupOverride;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.TestSettings;
import org.groupdigest.job.window.InitialPolicies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whether a window is digested, by which rules, and what it will be compared with. */
class AdmissionFunctionTest {

  private KeyedBroadcastOperatorTestHarness<String, ReadyWindow, TenantPolicy, DigestDraft> harness;

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void anOrdinaryWindowIsAdmittedByTheDefaults() throws Exception {
    open(Map.of());

    DigestDraft draft = admit(Drafts.day(0));

    assertThat(draft.isOpen()).isTrue();
    assertThat(draft.position()).isEqualTo(Drafts.POSITION);
    assertThat(draft.admission())
        .isEqualTo(
            new Admission("en", List.of(), List.of(), 0.7, false, null, null, TenantQuotas.NONE));
    assertThat(draft.artifacts())
        .extracting(StageArtifact::stage)
        .containsExactly(Stage.INGEST_VALIDATOR, Stage.THREAD_BUILDER);
  }

  @Test
  void withTheSwitchOffNothingIsDigested() throws Exception {
    open(Map.of("DIGEST_AGENT_ENABLED", "false"));

    assertThat(admit(Drafts.day(0)).admission().ended())
        .isEqualTo(DigestStatus.BLOCKED_FEATURE_FLAG);
  }

  @Test
  void aCanaryTenantIsDigestedWithTheSwitchOff() throws Exception {
    open(Map.of("DIGEST_AGENT_ENABLED", "false", "DIGEST_AGENT_CANARY_TENANTS", "[\"acme\"]"));

    assertThat(admit(Drafts.day(0)).isOpen()).isTrue();
  }

  @Test
  void theSwitchCountsMoreThanTheSizeOfTheWindow() throws Exception {
    open(Map.of("DIGEST_AGENT_ENABLED", "false"));

    assertThat(admit(Drafts.context(Drafts.day(0), 0, 0, "und")).admission().ended())
        .isEqualTo(DigestStatus.BLOCKED_FEATURE_FLAG);
  }

  @Test
  void fewerMessagesThanTheLeastAreSkipped() throws Exception {
    open(Map.of("DIGEST_MIN_MESSAGES", "8"));

    assertThat(admit(Drafts.context(Drafts.day(0), 8, 0, "en")).isOpen()).isTrue();
    assertThat(admit(Drafts.context(Drafts.day(1), 7, 0, "en")).admission().ended())
        .isEqualTo(DigestStatus.SKIPPED_TOO_FEW_MESSAGES);
  }

  @Test
  void onlyMessagesThatSaySomethingCount() throws Exception {
    open(Map.of("DIGEST_MIN_MESSAGES", "8"));

    assertThat(admit(Drafts.context(Drafts.day(0), 10, 3, "en")).admission().ended())
        .isEqualTo(DigestStatus.SKIPPED_TOO_FEW_MESSAGES);
    assertThat(admit(Drafts.context(Drafts.day(0), 10, 10, "en")).admission().ended())
        .isEqualTo(DigestStatus.SKIPPED_EMPTY_WINDOW);
    assertThat(admit(Drafts.context(Drafts.day(0), 0, 0, "und")).admission().ended())
        .isEqualTo(DigestStatus.SKIPPED_EMPTY_WINDOW);
  }

  @Test
  void theLanguageIsThatOfTheMessagesUnlessSaid() throws Exception {
    open(Map.of());
    assertThat(admit(Drafts.context(Drafts.day(0), 20, 0, "ru")).admission().language())
        .isEqualTo("ru");
    assertThat(admit(Drafts.context(Drafts.day(1), 20, 0, "und")).admission().language())
        .as("nothing to tell it by")
        .isEqualTo("en");

    policy(policy(true, "de", List.of()));

    assertThat(admit(Drafts.context(Drafts.day(2), 20, 0, "ru")).admission().language())
        .isEqualTo("de");
  }

  @Test
  void aPolicyHoldsFromTheMomentItComes() throws Exception {
    open(Map.of());
    assertThat(admit(Drafts.day(0)).isOpen()).isTrue();

    policy(policy(false, "auto", List.of()));
    assertThat(admit(Drafts.day(1)).admission().ended())
        .isEqualTo(DigestStatus.BLOCKED_FEATURE_FLAG);

    policy(policy(true, "auto", List.of()));
    Admission admission = admit(Drafts.day(2)).admission();
    assertThat(admission.ended()).isNull();
    assertThat(admission.scopes()).containsExactly("team");
    assertThat(admission.delivery()).containsExactly(Drafts.CHAT);
    assertThat(admission.qualityThreshold()).isEqualTo(0.9);
    assertThat(admission.deliverDegraded()).isTrue();
  }

  @Test
  void aGroupMayDifferFromItsTenant() throws Exception {
    open(Map.of());
    GroupOverride off = new GroupOverride("backend", false, null, null, null, null, null);
    GroupOverride other = new GroupOverride("frontend", true, null, null, null, null, null);

    policy(policy(true, "auto", List.of(other, off)));

    assertThat(admit(Drafts.day(0)).admission().ended())
        .isEqualTo(DigestStatus.BLOCKED_FEATURE_FLAG);
  }

  @Test
  void aPolicyThatIsKnownAtTheStartHoldsForTheFirstWindow() throws Exception {
    open(Map.of(), InitialPolicies.of(List.of(policy(false, "auto", List.of()))));

    assertThat(admit(Drafts.day(0)).admission().ended())
        .isEqualTo(DigestStatus.BLOCKED_FEATURE_FLAG);
  }

  @Test
  void eachWindowIsComparedWithTheAdmittedOneBefore() throws Exception {
    open(Map.of());

    assertThat(predecessor(Drafts.day(0))).isNull();
    assertThat(predecessor(Drafts.day(1))).isEqualTo(id(0));
    assertThat(predecessor(Drafts.day(2))).isEqualTo(id(1));
  }

  /** A window that is skipped never comes by where digests are compared: nobody may wait for it. */
  @Test
  void aSkippedWindowIsNobodysPredecessor() throws Exception {
    open(Map.of());
    admit(Drafts.day(0));

    DigestDraft skipped = admit(Drafts.context(Drafts.day(1), 2, 0, "en"));

    assertThat(skipped.admission().predecessorId()).isNull();
    assertThat(predecessor(Drafts.day(2))).isEqualTo(id(0));
  }

  @Test
  void aReplayedWindowIsComparedWithTheSameOneAgain() throws Exception {
    open(Map.of());
    for (int day = 0; day < 5; day++) {
      admit(Drafts.day(day));
    }

    assertThat(predecessor(Drafts.day(2))).isEqualTo(id(1));
    assertThat(predecessor(Drafts.day(0))).isNull();
    assertThat(predecessor(Drafts.day(5))).isEqualTo(id(4));
  }

  @Test
  void aRequestedWindowIsComparedWithTheChainAndIsNotPartOfIt() throws Exception {
    open(Map.of());
    admit(Drafts.day(0));
    admit(Drafts.day(1));

    assertThat(predecessor(Drafts.requestedAtNoon(2))).isEqualTo(id(0));
    assertThat(predecessor(Drafts.day(2))).isEqualTo(id(1));
  }

  @Test
  void theChainIsBounded() throws Exception {
    open(Map.of());
    for (int day = 0; day < 50; day++) {
      admit(Drafts.day(day));
    }

    assertThat(remembered()).hasSize(BaselineChain.KEPT_WINDOWS);
    assertThat(predecessor(Drafts.day(50))).isEqualTo(id(49));
  }

  /** Were a new one forgotten instead, a draft would wait for an old one that nobody has. */
  @Test
  void aReplayOfTheDistantPastPushesNothingNewOut() throws Exception {
    open(Map.of());
    for (int day = 10; day < 40; day++) {
      admit(Drafts.day(day));
    }
    for (int day = 0; day < 5; day++) {
      admit(Drafts.day(day));
    }

    for (int day = 25; day <= 40; day++) {
      assertThat(predecessor(Drafts.day(day))).as("before day %s", day).isEqualTo(id(day - 1));
    }
  }

  @Test
  void replayingOneWindowAgainAndAgainForgetsNone() throws Exception {
    open(Map.of());
    for (int day = 0; day < 16; day++) {
      admit(Drafts.day(day));
    }
    for (int again = 0; again < 20; again++) {
      admit(Drafts.day(15));
    }

    assertThat(predecessor(Drafts.day(1))).isEqualTo(id(0));
  }

  private String predecessor(WindowRef window) throws Exception {
    return admit(window).admission().predecessorId();
  }

  private static String id(int day) {
    return Drafts.day(day).windowId();
  }

  private DigestDraft admit(WindowRef window) throws Exception {
    return admit(Drafts.context(window));
  }

  private DigestDraft admit(WindowContext window) throws Exception {
    harness.processElement(new ReadyWindow(window, Drafts.POSITION), 0);
    List<? extends DigestDraft> drafts = harness.extractOutputValues();
    return drafts.get(drafts.size() - 1);
  }

  private void policy(TenantPolicy policy) throws Exception {
    harness.processBroadcastElement(policy, 0);
  }

  private static TenantPolicy policy(boolean enabled, String language, List<GroupOverride> groups) {
    return new TenantPolicy(
        "acme",
        enabled,
        List.of(24),
        "UTC",
        language,
        List.of("team"),
        List.of(Drafts.CHAT),
        0.9,
        false,
        true,
        groups,
        null,
        null);
  }

  private void open(Map<String, String> variables) throws Exception {
    open(variables, InitialPolicies.none());
  }

  private void open(Map<String, String> variables, InitialPolicies initial) throws Exception {
    DigestSettings settings = TestSettings.with(variables);
    List<MapStateDescriptor<?, ?>> broadcast = List.of(AdmissionFunction.POLICIES);
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(new AdmissionFunction(settings, initial), broadcast),
            window -> window.context().window().groupKey().encoded(),
            Types.STRING,
            128,
            1,
            0);
    harness.open();
  }

  private List<Long> remembered() throws Exception {
    var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getOperator();
    operator.setCurrentKey(Drafts.GROUP.encoded());
    MapState<Long, String> admitted =
        operator
            .<String>getKeyedStateBackend()
            .getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                AdmissionFunction.admittedDescriptor());
    List<Long> ends = new ArrayList<>();
    admitted.keys().forEach(ends::add);
    return ends;
  }
}
