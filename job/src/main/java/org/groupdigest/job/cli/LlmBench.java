package org.groupdigest.job.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.groupdigest.job.app.LocalFlink;
import org.groupdigest.job.app.OfflineServices;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.pipeline.DigestsPipeline;
import org.groupdigest.job.pipeline.PersistRetries;
import org.groupdigest.job.pipeline.ReadyWindow;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SimCall;
import org.groupdigest.job.sim.SimConfig;
import org.groupdigest.job.window.InitialPolicies;

/** Digests of single windows through the real pipeline and client, against a simulator. */
final class LlmBench implements AutoCloseable {

  /**
   * When a window went into the pipeline and what came out, by a name that each measurement has of
   * its own: the operators of a local cluster share this process with us, but no object.
   */
  private static final Map<String, Watch> WATCHES = new ConcurrentHashMap<>();

  private static final int WARM_UP = 400;

  /** A record that is alone on its way need not wait for others. */
  private static final long BUFFER_MILLIS = 5;

  private final LlmSimulator simulator;
  private final BenchWindows windows;

  private LlmBench(LlmSimulator simulator, BenchWindows windows) {
    this.simulator = simulator;
    this.windows = windows;
  }

  /** Starts the simulator. */
  static LlmBench start(Duration latency) throws IOException {
    BenchWindows windows = BenchWindows.load();
    return new LlmBench(LlmSimulator.start(SimConfig.defaults().withLatency(latency)), windows);
  }

  /**
   * What a digest took.
   *
   * @param language which sample
   * @param messages messages of the window before deduplication
   * @param calls answered calls
   * @param promptTokens tokens sent
   * @param answerTokens tokens received
   * @param depth calls that had to wait for each other, one after the other
   * @param callMillis what those took at the simulator together, in milliseconds
   * @param millis from the window to its digest, in milliseconds
   * @param isWhole whether models answered every stage at the first try
   */
  record Measured(
      BenchWindows.Language language,
      int messages,
      int calls,
      long promptTokens,
      long answerTokens,
      int depth,
      long callMillis,
      long millis,
      boolean isWhole) {

    long tokens() {
      return promptTokens + answerTokens;
    }
  }

  /**
   * Makes the digests of windows, one after the other, in one job. A small one goes before them:
   * the first digest of a process pays for loading the code.
   */
  List<Measured> measure(BenchWindows.Language language, List<Integer> sizes) throws Exception {
    String name = "bench-" + UUID.randomUUID();
    Watch watch = new Watch();
    watch.windows.add(windows.window(language, WARM_UP, name + "-warm-up"));
    for (int size : sizes) {
      watch.windows.add(windows.window(language, size, name + "-" + size));
    }
    WATCHES.put(name, watch);
    try {
      execute(name, watch.windows.size());
    } finally {
      WATCHES.remove(name);
    }
    List<Measured> measured = new ArrayList<>();
    for (int i = 1; i < watch.windows.size(); i++) {
      measured.add(measured(language, watch.took.get(i), watch.digests.get(i)));
    }
    return measured;
  }

  private Measured measured(BenchWindows.Language language, long nanos, DigestRecord digest) {
    List<SimCall> path = criticalPath(digest);
    long callMillis =
        path.stream()
            .mapToLong(call -> Duration.between(call.arrivedAt(), call.answeredAt()).toMillis())
            .sum();
    return new Measured(
        language,
        digest.messageCount(),
        digest.usage().calls(),
        digest.usage().promptTokens(),
        digest.usage().answerTokens(),
        path.size(),
        callMillis,
        Duration.ofNanos(nanos).toMillis(),
        digest.artifacts().stream().allMatch(a -> a.outcome() == StageOutcome.OK));
  }

  private void execute(String name, int count) throws Exception {
    DigestSettings settings = SettingsLoader.load(variables());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, LocalFlink.forBoundedRun());
    env.setBufferTimeout(BUFFER_MILLIS);
    var ready =
        env.fromSource(
                new NumberSequenceSource(0, count - 1), WatermarkStrategy.noWatermarks(), "numbers")
            .uid("numbers")
            .map(number -> WATCHES.get(name).begin(number.intValue()))
            .returns(TypeInformation.of(ReadyWindow.class))
            .uid("begun")
            .name("start the watch");
    var policies =
        env.fromSource(new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks(), "nothing")
            .uid("nothing")
            .flatMap((Long number, Collector<TenantPolicy> out) -> {})
            .returns(TypeInformation.of(TenantPolicy.class))
            .uid("policies")
            .name("no policies");
    new DigestsPipeline(
            settings, InitialPolicies.none(), new OfflineServices(settings), PersistRetries.DEFAULT)
        .assemble(ready, policies)
        .digests()
        .map(digest -> WATCHES.get(name).end(digest))
        .returns(TypeInformation.of(DigestRecord.class))
        .uid("ended")
        .name("stop the watch")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.execute(name);
  }

  /** No corrections: what a simulated judge thinks is not what is measured. */
  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_URL", simulator.openAiUrl().toString());
    variables.put("DIGEST_LLM_MODEL_BASE", "base");
    variables.put("DIGEST_LLM_MODEL_PRO", "pro");
    variables.put("DIGEST_QUALITY_THRESHOLD", "0");
    return variables;
  }

  /** From the call that ended last back to the one that each had to wait for. */
  private List<SimCall> criticalPath(DigestRecord digest) {
    Set<String> own = digest.calls().stream().map(ModelCall::callId).collect(Collectors.toSet());
    List<SimCall> calls =
        simulator.log().modelCalls().stream()
            .filter(call -> own.contains(call.idempotencyKey()))
            .sorted(Comparator.comparing(SimCall::answeredAt).reversed())
            .toList();
    List<SimCall> path = new ArrayList<>();
    for (SimCall call : calls) {
      if (path.isEmpty() || !call.answeredAt().isAfter(path.get(path.size() - 1).arrivedAt())) {
        path.add(call);
      }
    }
    return path;
  }

  @Override
  public void close() throws IOException {
    simulator.close();
  }

  /** Windows on their way in, and what came out, by the order of the windows. */
  private static final class Watch {

    private final List<WindowContext> windows = new ArrayList<>();
    private final Map<Integer, Long> took = new ConcurrentHashMap<>();
    private final Map<Integer, DigestRecord> digests = new ConcurrentHashMap<>();
    private CountDownLatch free = new CountDownLatch(0);
    private long began;

    /** The next window, as soon as the digest of the one before is there. */
    ReadyWindow begin(int number) throws InterruptedException {
      latch().await();
      synchronized (this) {
        free = new CountDownLatch(1);
        began = System.nanoTime();
      }
      return new ReadyWindow(windows.get(number), new SourcePosition("bench", 0, number));
    }

    synchronized DigestRecord end(DigestRecord digest) {
      int number = digests.size();
      took.put(number, System.nanoTime() - began);
      digests.put(number, digest);
      free.countDown();
      return digest;
    }

    private synchronized CountDownLatch latch() {
      return free;
    }
  }
}
