package org.groupdigest.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.prometheus.PrometheusReporterFactory;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.MetricRegistryTestUtils;
import org.apache.flink.runtime.metrics.ReporterSetupBuilder;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.groupdigest.connectors.testing.FreePorts;
import org.groupdigest.job.metrics.BucketHistogram;
import org.groupdigest.job.metrics.LabelledCounters;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** From Flink's reporter through Prometheus' relabelling to the names that dashboards use. */
class PrometheusNamesTest {

  private static final Path CONF = Path.of("..", "flink-conf");
  private static final Pattern SERIES = Pattern.compile("([a-z_]+)(\\{[^}]*})?(?: (.*))?");

  @Test
  void metricsOfOperatorsEndUpUnderTheProductsNames() throws Exception {
    Set<String> names =
        scraped().stream().map(line -> renamed(name(line))).collect(Collectors.toSet());
    assertThat(names)
        .contains(
            "digest_stage_status_total",
            "digest_dlq_total",
            "digest_context_duplicates_total",
            "digest_stage_latency_seconds_bucket",
            "digest_stage_latency_seconds_count",
            "digest_stage_latency_seconds_sum");
    assertThat(names)
        .filteredOn(name -> name.contains("digest"))
        .allMatch(n -> n.startsWith("digest_"));
  }

  @Test
  void labelsAreTheirsAndBoundsAreNumbers() throws Exception {
    assertThat(scraped())
        .anySatisfy(
            line -> {
              assertThat(renamed(name(line))).isEqualTo("digest_stage_latency_seconds_bucket");
              assertThat(line).contains("stage=\"synthesis_agent\"", "status=\"ok\"", "le=\"0.5\"");
              assertThat(line).endsWith(" 1.0");
            })
        .anySatisfy(line -> assertThat(line).contains("le=\"+Inf\""))
        .anySatisfy(line -> assertThat(line).contains("model=\"extractive-1.2\""));
  }

  @Test
  void flinksOwnMetricsKeepTheirNames() {
    assertThat(renamed("flink_taskmanager_job_task_operator_numRecordsIn"))
        .isEqualTo("flink_taskmanager_job_task_operator_numRecordsIn");
    assertThat(renamed("flink_jobmanager_numRunningJobs"))
        .isEqualTo("flink_jobmanager_numRunningJobs");
  }

  @Test
  void onlyLabelsThatChangeWithEveryAttemptAreDropped() {
    Pattern dropped = Pattern.compile(String.valueOf(rule("labeldrop").get("regex")));
    assertThat(List.of("task_attempt_id", "task_attempt_num"))
        .allMatch(label -> dropped.matcher(label).matches());
    assertThat(List.of("stage", "status", "le", "subtask_index", "job_id", "operator_id"))
        .noneMatch(label -> dropped.matcher(label).matches());
  }

  /** What Prometheus would read from a TaskManager that is configured as in development. */
  private static List<String> scraped() throws Exception {
    int port = FreePorts.any();
    MetricConfig settings = new MetricConfig();
    Configuration dev = GlobalConfiguration.loadConfiguration(CONF.resolve("dev").toString());
    settings.put(
        "filterLabelValueCharacters",
        dev.getString("metrics.reporter.prom.filterLabelValueCharacters", "true"));
    settings.put("port", String.valueOf(port));
    MetricReporter reporter = new PrometheusReporterFactory().createMetricReporter(settings);
    MetricRegistryImpl registry =
        new MetricRegistryImpl(
            MetricRegistryTestUtils.defaultMetricRegistryConfiguration(),
            List.of(
                ReporterSetupBuilder.METRIC_SETUP_BUILDER.forReporter("prom", settings, reporter)));
    try {
      report(operator(registry));
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
              BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.contains("digest_"))
          .filter(line -> !line.startsWith("#"))
          .toList();
    } finally {
      registry.closeAsync().get();
    }
  }

  private static MetricGroup operator(MetricRegistryImpl registry) {
    return TaskManagerMetricGroup.createTaskManagerMetricGroup(
            registry, "host", ResourceID.generate())
        .addJob(new JobID(), "group-digest")
        .addTask(ExecutionAttemptID.randomId(), "stages")
        .getOrAddOperator("synthesis");
  }

  private static void report(MetricGroup operator) {
    new LabelledCounters(operator, "digest_stage_status_total", "stage", "status")
        .add(1, "synthesis_agent", "ok");
    new LabelledCounters(operator, "digest_dlq_total", "stage", "error_code")
        .add(1, "ingest", "bad_json");
    new LabelledCounters(operator, "digest_tokens_total", "model", "kind")
        .add(1, "extractive-1.2", "prompt");
    operator.counter("digest_context_duplicates_total").inc();
    new BucketHistogram(
            operator, "digest_stage_latency_seconds", new double[] {0.1, 0.5}, "stage", "status")
        .observe(0.3, "synthesis_agent", "ok");
  }

  private static String name(String line) {
    Matcher matcher = SERIES.matcher(line);
    assertThat(matcher.lookingAt()).isTrue();
    return matcher.group(1);
  }

  /** Prometheus anchors the expression at both ends. */
  private static String renamed(String name) {
    Map<?, ?> rule = rule(null);
    Matcher matcher = Pattern.compile(String.valueOf(rule.get("regex"))).matcher(name);
    return matcher.matches() ? matcher.replaceFirst((String) rule.get("replacement")) : name;
  }

  private static Map<?, ?> rule(String action) {
    Map<?, ?> scrape = (Map<?, ?>) ((List<?>) file().get("scrape_configs")).get(0);
    return ((List<?>) scrape.get("metric_relabel_configs"))
        .stream()
            .map(rule -> (Map<?, ?>) rule)
            .filter(rule -> java.util.Objects.equals(rule.get("action"), action))
            .findFirst()
            .orElseThrow();
  }

  private static Map<?, ?> file() {
    try {
      String text = Files.readString(CONF.resolve("prometheus").resolve("prometheus.yml"));
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
