package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SampleWindows;
import org.groupdigest.job.sim.SimCall;
import org.groupdigest.job.sim.SimConfig;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Providers of models fail in every way at once, one tenant's always: no window is lost, no job
 * starts again, and nobody else has to wait for that tenant.
 */
class LlmFaultMatrixITCase {

  private static final String NOISY = "noisy";
  private static final List<String> HEALTHY = List.of("acme", "bolt", "cedar");
  private static final int WINDOWS = 16;
  private static final double PER_SECOND = 6;
  private static final double LIMIT = 2;
  private static final int ATTEMPTS = 3;
  private static final int THRESHOLD = 4;
  private static final int TENANT_CONCURRENCY = 4;
  private static final Duration RETRY_AFTER = Duration.ofMillis(300);
  private static final Duration LATENCY = Duration.ofMillis(60);
  private static final long SEED = 20_260_301;
  private static final Set<DigestStatus> TYPED =
      Set.of(
          DigestStatus.READY,
          DigestStatus.BLOCKED_FAILURE,
          DigestStatus.BLOCKED_QUALITY,
          DigestStatus.BLOCKED_QUOTA);

  @ParameterizedTest
  @EnumSource(names = {"DEAD", "HANG"})
  void everyFaultAtOnceLosesNoWindowAndRestartsNoJob(Fault always) throws Exception {
    SimFaults faults =
        SimFaults.none()
            .with(Fault.RATE_LIMITED, 0.30)
            .with(Fault.SERVER_ERROR, 0.10)
            .with(Fault.HANG, 0.05)
            .with(Fault.RESET, 0.05)
            .with(Fault.TRUNCATED, 0.05)
            .with(Fault.FENCED, 0.05)
            .with(Fault.WRONG_SCHEMA, 0.05)
            .retryingAfter(RETRY_AFTER);
    double ratio = ratioBeside(always, faults);
    // Both runs share the machine with others: one that was stalled is measured again, once.
    assertThat(ratio < LIMIT ? ratio : ratioBeside(always, faults)).isLessThan(LIMIT);
  }

  /** How many times their quiet p95 healthy tenants take beside the noisy one. */
  private double ratioBeside(Fault always, SimFaults faults) throws Exception {
    Duration quiet = quietP95(faults);
    try (LlmSimulator simulator = simulator(faults.withTenant(NOISY, always, 1))) {
      List<WindowContext> windows = windows(NOISY);
      PacedWindows.Run run = run("fault-matrix-" + always, simulator, windows, Map.of());

      assertThat(run.digests()).hasSize(windows.size());
      assertThat(run.digests()).extracting(DigestRecord::status).allMatch(TYPED::contains);
      assertThat(run.digests())
          .filteredOn(digest -> digest.window().tenantId().equals(NOISY))
          .extracting(DigestRecord::status)
          .containsOnly(DigestStatus.BLOCKED_FAILURE);
      assertAttemptsAreBounded(simulator.log().modelCalls());
      assertRetryAfterIsHonoured(simulator.log().modelCalls());
      Duration noisy = run.p95Without(NOISY);
      double ratio = (double) noisy.toMillis() / quiet.toMillis();
      System.out.printf(
          "seed %d: p95 of healthy tenants %d ms alone, %d ms beside one whose calls are all %s,"
              + " ratio %.2f%n",
          SEED, quiet.toMillis(), noisy.toMillis(), always, ratio);
      return ratio;
    }
  }

  @Test
  void aDeadModelIsLeftAloneAndTriedAgainOnce() throws Exception {
    AtomicBoolean revived = new AtomicBoolean();
    try (LlmSimulator simulator =
        simulator(SimFaults.none().withTenant(NOISY, Fault.SERVER_ERROR, 1))) {
      PacedWindows.Run run =
          PacedWindows.run(
              "breaker",
              windowsOf(NOISY, 40),
              4,
              variables(simulator, Map.of("DIGEST_CIRCUIT_RECOVERY_SECONDS", "2")),
              digest -> {
                if (revived.compareAndSet(false, true)) {
                  simulator.faults(SimFaults.none());
                }
              });

      List<SimCall> calls = simulator.log().modelCalls();
      assertThat(calls.stream().filter(call -> call.fault() == Fault.SERVER_ERROR))
          .as("failures of both models until the circuits opened, and those in flight then")
          .hasSizeBetween(THRESHOLD, 2 * (THRESHOLD + TENANT_CONCURRENCY - 1));
      assertProbedOnce(calls, SimulatedModels.PRO);
      assertThat(run.digests().get(run.digests().size() - 1).status())
          .isEqualTo(DigestStatus.READY);
    }
  }

  /** After the last failure of a model there is silence, then one request, and only then more. */
  private static void assertProbedOnce(List<SimCall> calls, String model) {
    List<SimCall> ofModel = calls.stream().filter(call -> call.model().equals(model)).toList();
    Instant lastFailure =
        ofModel.stream()
            .filter(call -> call.fault() != null)
            .map(SimCall::answeredAt)
            .max(Instant::compareTo)
            .orElseThrow();
    List<SimCall> after =
        ofModel.stream()
            .filter(call -> call.arrivedAt().isAfter(lastFailure))
            .sorted((a, b) -> a.arrivedAt().compareTo(b.arrivedAt()))
            .toList();
    SimCall probe = after.get(0);
    assertThat(Duration.between(lastFailure, probe.arrivedAt()))
        .isGreaterThan(Duration.ofMillis(1_900));
    assertThat(after.subList(1, after.size()))
        .allSatisfy(call -> assertThat(call.arrivedAt()).isAfterOrEqualTo(probe.answeredAt()));
  }

  private Duration quietP95(SimFaults faults) throws Exception {
    try (LlmSimulator simulator = simulator(faults)) {
      return run("quiet", simulator, windows(null), Map.of()).p95Without(NOISY);
    }
  }

  /** Attempts of a call are those of its key: a key names one call to one model. */
  private static void assertAttemptsAreBounded(List<SimCall> calls) {
    Map<String, Integer> attempts = new HashMap<>();
    calls.forEach(call -> attempts.merge(call.idempotencyKey(), 1, Integer::sum));
    assertThat(attempts.values()).isNotEmpty().allMatch(count -> count <= ATTEMPTS);
    assertThat(attempts.values()).as("some calls are tried again").anyMatch(count -> count > 1);
  }

  private static void assertRetryAfterIsHonoured(List<SimCall> calls) {
    List<SimCall> limited =
        calls.stream().filter(call -> call.fault() == Fault.RATE_LIMITED).toList();
    assertThat(limited).isNotEmpty();
    for (SimCall refused : limited) {
      Instant until = refused.answeredAt().plus(RETRY_AFTER);
      assertThat(calls)
          .filteredOn(call -> call.idempotencyKey().equals(refused.idempotencyKey()))
          .filteredOn(call -> call.arrivedAt().isAfter(refused.answeredAt()))
          .allSatisfy(call -> assertThat(call.arrivedAt()).isAfterOrEqualTo(until));
    }
  }

  private static PacedWindows.Run run(
      String name, LlmSimulator simulator, List<WindowContext> windows, Map<String, String> others)
      throws Exception {
    return PacedWindows.run(name, windows, PER_SECOND, variables(simulator, others));
  }

  private static Map<String, String> variables(LlmSimulator simulator, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.putIfAbsent("DIGEST_RETRY_ATTEMPTS", Integer.toString(ATTEMPTS));
    all.putIfAbsent("DIGEST_CIRCUIT_FAILURE_THRESHOLD", Integer.toString(THRESHOLD));
    all.putIfAbsent("DIGEST_LLM_TENANT_CONCURRENCY", Integer.toString(TENANT_CONCURRENCY));
    return SimulatedModels.settings(simulator, all);
  }

  private static LlmSimulator simulator(SimFaults faults) throws Exception {
    return LlmSimulator.start(
        SimConfig.defaults().withFaults(faults).withSeed(SEED).withLatency(LATENCY));
  }

  /** Windows of all tenants in turn; the noisy one's places stay free when it is not named. */
  private static List<WindowContext> windows(String noisy) {
    List<List<WindowContext>> columns = new ArrayList<>();
    HEALTHY.forEach(tenant -> columns.add(windowsOf(tenant, WINDOWS)));
    if (noisy != null) {
      columns.add(windowsOf(noisy, WINDOWS));
    }
    List<WindowContext> all = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      for (List<WindowContext> column : columns) {
        all.add(column.get(i));
      }
    }
    return all;
  }

  private static List<WindowContext> windowsOf(String tenant, int count) {
    List<WindowContext> windows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      WindowContext sample =
          i % 2 == 0 ? SampleWindows.english(24 + i % 5) : SampleWindows.russian(24 + i % 5);
      windows.add(PacedWindows.as(sample, tenant, tenant + "-" + i));
    }
    return windows;
  }
}
