package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SampleWindows;
import org.groupdigest.job.sim.SimCall;
import org.groupdigest.job.sim.SimConfig;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.LieKind;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.Test;

/** A model that lies over the wire is caught by the whole pipeline, and its lies do not go out. */
class LyingModelsITCase {

  private static final int WINDOWS = 50;
  private static final int LEAST_LIES = 100;
  private static final double PROMISE = 0.95;
  private static final long SEED = 20_260_302;

  @Test
  void seededLiesAreBlockedOrCorrectedAndCitationsResolve() throws Exception {
    SimFaults lying = SimFaults.none().with(Fault.LYING, 0.75);
    try (LlmSimulator simulator =
        LlmSimulator.start(SimConfig.defaults().withFaults(lying).withSeed(SEED))) {
      PacedWindows.Run run =
          PacedWindows.run("lies", windows(), 20, SimulatedModels.settings(simulator, Map.of()));

      Map<LieKind, int[]> table = new TreeMap<>();
      int lies = 0;
      int caught = 0;
      for (DigestRecord digest : run.digests()) {
        for (SimCall call : lies(simulator, digest)) {
          boolean stopped = isStopped(call, digest);
          int[] counts = table.computeIfAbsent(call.lie().kind(), kind -> new int[2]);
          counts[0]++;
          counts[1] += stopped ? 1 : 0;
          lies++;
          caught += stopped ? 1 : 0;
        }
      }
      System.out.printf("seed %d: %d of %d lies stopped%n", SEED, caught, lies);
      table.forEach((kind, n) -> System.out.printf("  %-20s %d of %d%n", kind, n[1], n[0]));
      assertThat(run.digests()).hasSize(WINDOWS);
      assertThat(lies).isGreaterThanOrEqualTo(LEAST_LIES);
      assertThat((double) caught / lies).isGreaterThanOrEqualTo(PROMISE);
      assertThat(run.digests())
          .filteredOn(digest -> digest.checks() != null)
          .allSatisfy(
              digest ->
                  assertThat(digest.checks().resolvedCitations())
                      .isEqualTo(digest.checks().citations()));
    }
  }

  /** Lies in answers that a digest has paid for; the judge has none to tell. */
  private static List<SimCall> lies(LlmSimulator simulator, DigestRecord digest) {
    Set<String> own = new HashSet<>();
    digest.calls().stream().map(ModelCall::callId).forEach(own::add);
    return simulator.log().modelCalls().stream()
        .filter(call -> call.lie() != null && own.contains(call.idempotencyKey()))
        .filter(call -> !call.stages().contains(Stage.EVALUATION_AGENT))
        .toList();
  }

  /**
   * Whether the answer was sent back, replaced, or had something taken out: an answer that went
   * through untouched went through with its lie.
   */
  private static boolean isStopped(SimCall call, DigestRecord digest) {
    Map<Stage, StageArtifact> artifacts = new HashMap<>();
    digest.artifacts().forEach(artifact -> artifacts.put(artifact.stage(), artifact));
    return call.stages().stream()
        .map(artifacts::get)
        .anyMatch(
            artifact ->
                artifact == null
                    || artifact.outcome() != StageOutcome.OK
                    || !artifact.notes().isEmpty());
  }

  private static List<WindowContext> windows() {
    List<WindowContext> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      WindowContext sample =
          i % 2 == 0 ? SampleWindows.english(20 + i) : SampleWindows.russian(20 + i);
      windows.add(PacedWindows.as(sample, "acme", "lies-" + i));
    }
    return windows;
  }
}
