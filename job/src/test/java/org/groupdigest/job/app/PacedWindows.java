package org.groupdigest.job.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.pipeline.DigestsPipeline;
import org.groupdigest.job.pipeline.PersistRetries;
import org.groupdigest.job.pipeline.ReadyWindow;
import org.groupdigest.job.window.InitialPolicies;

/**
 * The digests pipeline in a cluster of this JVM, fed with windows at a steady pace. Restarts are
 * off: whatever would make the job start again fails the test.
 */
final class PacedWindows {

  /** What the operators of a run tell the test; they share its JVM but no object. */
  private static final Map<String, Run> RUNS = new ConcurrentHashMap<>();

  private static final int SLOTS = 2;

  private PacedWindows() {}

  /** What came of a run. */
  static final class Run {

    private final Map<String, Long> started = new ConcurrentHashMap<>();
    private final Map<String, Long> finished = new ConcurrentHashMap<>();
    private final List<DigestRecord> digests = new ArrayList<>();
    private final List<WindowContext> windows;
    private final Consumer<DigestRecord> onDigest;

    private Run(List<WindowContext> windows, Consumer<DigestRecord> onDigest) {
      this.windows = windows;
      this.onDigest = onDigest;
    }

    private synchronized void add(DigestRecord digest) {
      digests.add(digest);
      finished.put(digest.window().windowId(), System.nanoTime());
      onDigest.accept(digest);
    }

    synchronized List<DigestRecord> digests() {
      return List.copyOf(digests);
    }

    /** The 95th percentile of the time from a window to its digest, over tenants but one. */
    Duration p95Without(String tenant) {
      List<Long> nanos =
          digests().stream()
              .filter(digest -> !digest.window().tenantId().equals(tenant))
              .map(digest -> digest.window().windowId())
              .map(id -> finished.get(id) - started.get(id))
              .sorted(Comparator.naturalOrder())
              .toList();
      return Duration.ofNanos(nanos.get((int) Math.ceil(0.95 * nanos.size()) - 1));
    }
  }

  /** The same messages in a window of another tenant and of a group of its own. */
  static WindowContext as(WindowContext sample, String tenant, String id) {
    WindowRef window = sample.window();
    WindowRef other =
        new WindowRef(
            id,
            tenant,
            "group of " + id,
            window.hours(),
            window.start(),
            window.end(),
            window.kind(),
            window.timeZone());
    return new WindowContext(
        other,
        sample.group(),
        "trace of " + id,
        sample.language(),
        sample.stats(),
        sample.messages(),
        sample.ranking(),
        sample.duplicates(),
        sample.softLinks(),
        sample.historyLinks(),
        sample.threads(),
        sample.participants(),
        sample.media(),
        sample.mediaHighlights(),
        sample.excerpt());
  }

  /** Runs windows through the pipeline. */
  static Run run(
      String name, List<WindowContext> windows, double perSecond, Map<String, String> variables)
      throws Exception {
    return run(name, windows, perSecond, variables, digest -> {});
  }

  /** As above, with somebody who looks at each digest as it comes. */
  static Run run(
      String name,
      List<WindowContext> windows,
      double perSecond,
      Map<String, String> variables,
      Consumer<DigestRecord> onDigest)
      throws Exception {
    Run run = new Run(windows, onDigest);
    RUNS.put(name, run);
    DigestSettings settings = SettingsLoader.load(variables);
    Configuration configuration = LocalFlink.forBoundedRun();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(SLOTS, configuration);
    var ready =
        env.fromSource(
                numbers(windows.size(), perSecond),
                WatermarkStrategy.noWatermarks(),
                "paced windows")
            .uid("paced-windows")
            .setParallelism(1)
            .map(number -> started(name, number.intValue()))
            .returns(TypeInformation.of(ReadyWindow.class))
            .uid("started")
            .setParallelism(1);
    var policies = env.fromData(TypeInformation.of(TenantPolicy.class), nobody()).uid("policies");
    new DigestsPipeline(
            settings, InitialPolicies.none(), new OfflineServices(settings), PersistRetries.DEFAULT)
        .assemble(ready, policies)
        .digests()
        .map(digest -> finished(name, digest))
        .returns(TypeInformation.of(DigestRecord.class))
        .uid("finished")
        .sinkTo(new DiscardingSink<>())
        .uid("nowhere");
    env.execute(name);
    RUNS.remove(name);
    return run;
  }

  /** Numbers at a pace; the windows are in the run, because they need not travel. */
  private static DataGeneratorSource<Long> numbers(int count, double perSecond) {
    GeneratorFunction<Long, Long> same = number -> number;
    return new DataGeneratorSource<>(
        same, count, RateLimiterStrategy.perSecond(perSecond), Types.LONG);
  }

  /** A policy of a tenant that has no windows: an empty stream has no type in a test. */
  private static TenantPolicy nobody() {
    return new TenantPolicy(
        "nobody",
        true,
        List.of(24),
        "UTC",
        "auto",
        List.of(),
        List.of(),
        null,
        false,
        false,
        List.of(),
        null,
        null);
  }

  private static ReadyWindow started(String name, int number) {
    Run run = RUNS.get(name);
    WindowContext window = run.windows.get(number);
    run.started.put(window.window().windowId(), System.nanoTime());
    return new ReadyWindow(window, new SourcePosition("test", 0, number));
  }

  private static DigestRecord finished(String name, DigestRecord digest) {
    RUNS.get(name).add(digest);
    return digest;
  }
}
