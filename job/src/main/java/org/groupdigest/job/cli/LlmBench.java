package org.groupdigest.job.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
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

  private static final int SLOTS = 2;

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
   * @param millis from the window to its digest, in milliseconds
   * @param isWhole whether models answered every stage
   */
  record Measured(
      BenchWindows.Language language,
      int messages,
      int calls,
      long promptTokens,
      long answerTokens,
      int depth,
      long millis,
      boolean isWhole) {

    long tokens() {
      return promptTokens + answerTokens;
    }
  }

  /** Makes the digest of one window. */
  Measured measure(BenchWindows.Language language, int size) throws Exception {
    String name = "bench-" + UUID.randomUUID();
    Watch watch = new Watch();
    WATCHES.put(name, watch);
    try {
      execute(name, windows.window(language, size, name));
    } finally {
      WATCHES.remove(name);
    }
    DigestRecord digest = watch.digest;
    return new Measured(
        language,
        digest.messageCount(),
        digest.usage().calls(),
        digest.usage().promptTokens(),
        digest.usage().answerTokens(),
        depth(digest),
        Duration.ofNanos(watch.ended - watch.began).toMillis(),
        digest.artifacts().stream().noneMatch(a -> a.outcome() == StageOutcome.FALLBACK));
  }

  private void execute(String name, WindowContext window) throws Exception {
    DigestSettings settings = SettingsLoader.load(variables());
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(SLOTS, LocalFlink.forBoundedRun());
    TypeInformation<ReadyWindow> type = TypeInformation.of(ReadyWindow.class);
    var ready =
        env.fromData(type, new ReadyWindow(window, new SourcePosition(name, 0, 0)))
            .uid("window")
            .map(one -> begun(name, one))
            .returns(type)
            .uid("begun")
            .name("start the watch");
    var policies =
        env.fromData(type, new ReadyWindow(window, new SourcePosition(name, 0, 0)))
            .uid("nothing")
            .flatMap((ReadyWindow one, Collector<TenantPolicy> out) -> {})
            .returns(TypeInformation.of(TenantPolicy.class))
            .uid("policies")
            .name("no policies");
    new DigestsPipeline(
            settings, InitialPolicies.none(), new OfflineServices(settings), PersistRetries.DEFAULT)
        .assemble(ready, policies)
        .digests()
        .map(digest -> ended(name, digest))
        .returns(TypeInformation.of(DigestRecord.class))
        .uid("ended")
        .name("stop the watch")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.execute(name);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_URL", simulator.openAiUrl().toString());
    variables.put("DIGEST_LLM_MODEL_BASE", "base");
    variables.put("DIGEST_LLM_MODEL_PRO", "pro");
    return variables;
  }

  private static ReadyWindow begun(String name, ReadyWindow window) {
    WATCHES.get(name).began = System.nanoTime();
    return window;
  }

  private static DigestRecord ended(String name, DigestRecord digest) {
    Watch watch = WATCHES.get(name);
    watch.ended = System.nanoTime();
    watch.digest = digest;
    return digest;
  }

  /** Calls in a row of which each began after the one before had ended, as many as there are. */
  private int depth(DigestRecord digest) {
    Set<String> own = digest.calls().stream().map(ModelCall::callId).collect(Collectors.toSet());
    List<SimCall> calls =
        simulator.log().modelCalls().stream()
            .filter(call -> own.contains(call.idempotencyKey()))
            .sorted(Comparator.comparing(SimCall::answeredAt))
            .toList();
    int depth = 0;
    Instant free = Instant.MIN;
    for (SimCall call : calls) {
      if (!call.arrivedAt().isBefore(free)) {
        depth++;
        free = call.answeredAt();
      }
    }
    return depth;
  }

  @Override
  public void close() throws IOException {
    simulator.close();
  }

  /** Two instants of {@link System#nanoTime} and a digest. */
  private static final class Watch {
    private volatile long began;
    private volatile long ended;
    private volatile DigestRecord digest;
  }
}
