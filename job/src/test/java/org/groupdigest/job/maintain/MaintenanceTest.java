package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
  private static final Set<StepName> ALL = EnumSet.allOf(StepName.class);

  private final List<String> done = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();

  /** A step that notes its tenants, then does something. */
  private record Noted(
      StepName name, Optional<String> unavailable, List<String> done, Consumer<String> work)
      implements MaintenanceStep {
    @Override
    public void run(String tenantId, Tally tally) {
      done.add(name.wireName() + " " + tenantId);
      tally.add(Count.of(name).get(0), 2);
      work.accept(tenantId);
    }
  }

  @Test
  void stepsRunOneAfterTheOtherEachForEveryTenant() {
    List<MaintenanceStep> steps =
        List.of(step(StepName.RECONCILE, t -> {}), step(StepName.INTEGRITY, t -> {}));

    List<StepResult> results = run(ALL, steps, "a", "b");

    assertThat(done).containsExactly("reconcile a", "reconcile b", "integrity a", "integrity b");
    assertThat(results)
        .extracting(StepResult::outcome)
        .containsExactly(new StepOutcome.Done(), new StepOutcome.Done());
    assertThat(results.get(0).totals()).containsEntry("checked", 4L).containsEntry("damaged", 0L);
    assertThat(shown)
        .containsExactly(
            "reconcile 2",
            "reconcile 2",
            "reconcile over",
            "integrity 2",
            "integrity 2",
            "integrity over");
  }

  @Test
  void aTenantThatFailsKeepsNobodyWaitingAndTheFirstCodeIsReported() {
    MaintenanceStep step = step(StepName.ARCHIVE, tenant -> failFor(tenant, "b", "d"));

    StepResult result = run(ALL, List.of(step), "a", "b", "c", "d", "e").get(0);

    assertThat(done).hasSize(5);
    assertThat(result.outcome()).isEqualTo(new StepOutcome.Failed("store_b"));
    assertThat(result.tenants()).containsOnlyKeys("a", "b", "c", "d", "e");
  }

  @Test
  void threeThatFailInARowEndTheStepAndNotTheRun() {
    MaintenanceStep failing = step(StepName.ARCHIVE, tenant -> failFor(tenant, "a", "b", "c"));
    MaintenanceStep next = step(StepName.RETENTION, tenant -> {});

    List<StepResult> results = run(ALL, List.of(failing, next), "a", "b", "c", "d");

    assertThat(done).doesNotContain("archive d").contains("retention d");
    assertThat(results)
        .extracting(StepResult::outcome)
        .containsExactly(new StepOutcome.Failed("store_a"), new StepOutcome.Done());
  }

  @Test
  void whatIsNotConfiguredOrNotAskedForIsSkippedAndSaysWhy() {
    MaintenanceStep without =
        new Noted(StepName.ARCHIVE, Optional.of("there is no archive"), done, tenant -> {});
    MaintenanceStep unwanted = step(StepName.RETENTION, tenant -> {});

    List<StepResult> results = run(EnumSet.of(StepName.ARCHIVE), List.of(without, unwanted), "a");

    assertThat(done).isEmpty();
    assertThat(results)
        .extracting(StepResult::outcome)
        .containsExactly(
            new StepOutcome.Skipped("there is no archive"),
            new StepOutcome.Skipped("not asked for"));
    assertThat(results.get(0).totals().values()).containsOnly(0L);
  }

  @Test
  void aMistakeOfOursIsNotTakenForAFailureOfAStore() {
    MaintenanceStep wrong =
        step(
            StepName.ARCHIVE,
            tenant -> {
              throw new IllegalStateException("ours");
            });

    assertThatThrownBy(() -> run(ALL, List.of(wrong), "a"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(shown).endsWith("archive over");
  }

  private MaintenanceStep step(StepName name, Consumer<String> work) {
    return new Noted(name, Optional.empty(), done, work);
  }

  private static void failFor(String tenant, String... failing) {
    if (List.of(failing).contains(tenant)) {
      throw new StepFailure("store_" + tenant);
    }
  }

  private List<StepResult> run(
      Set<StepName> wanted, List<MaintenanceStep> steps, String... tenants) {
    return new Maintenance(steps, wanted, this::display).run(List.of(tenants));
  }

  private Maintenance.Progress display(StepName step) {
    return new Maintenance.Progress() {
      @Override
      public void advance(long more) {
        shown.add(step.wireName() + " " + more);
      }

      @Override
      public void close() {
        shown.add(step.wireName() + " over");
      }
    };
  }
}
