package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SimConfig;
import org.groupdigest.job.sim.SimTotals;
import org.groupdigest.job.sim.fault.FaultText;
import org.groupdigest.job.sim.fault.SimFaults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code digest llm-sim}: a server that stands in for a language model, until Ctrl-C. */
@Command(
    name = "llm-sim",
    description =
        "Stands in for a language model on this machine: OpenAI's and GigaChat's protocols, with"
            + " faults and lies on demand. Its answers are the built-in engine's and say so.",
    footerHeading = "%nFaults:%n",
    footer = {
      "  rate_limited server_error overloaded hang reset cut_body truncated fenced chatty",
      "  wrong_schema not_json refused context_too_long bad_credentials slow lying gullible dead",
      "Lies:",
      "  wrong_author foreign_id changed_number changed_date invented_participant",
      "  invented_decision",
      "",
      "While it runs:  GET /control/log, GET and POST /control/faults",
      "  {\"shares\": {\"hang\": 0.05}, \"tenants\": {\"acme\": {\"dead\": 1}},",
      "   \"retry_after_ms\": 2000, \"slow_factor\": 10, \"lies\": [\"wrong_author\"]}",
      "",
      "Examples:",
      "  digest llm-sim --port 8089 --latency 200ms",
      "  digest llm-sim --fault rate_limited=0.3 --fault server_error=0.1 --seed 7",
      "  digest llm-sim --fault lying=1 --lie wrong_author --fault-tenant acme=dead",
    })
final class LlmSimCommand implements Callable<Integer> {

  /** How a running simulator is waited for. */
  interface Watch {
    /**
     * Returns when it is enough.
     *
     * @param atEnd to be run exactly once, at the end
     */
    void over(LlmSimulator simulator, Runnable atEnd) throws InterruptedException;
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port on 127.0.0.1. Default: any that is free.")
  private int port;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Key that clients must show: bearer key, or GigaChat's authorization key.")
  private String key;

  @Option(
      names = "--latency",
      paramLabel = "TIME",
      defaultValue = "0ms",
      description = "From a request to its answer, as 200ms or 1.5s. Default: none.")
  private String latency;

  @Option(
      names = "--fault",
      paramLabel = "NAME=SHARE",
      description = "Share of requests that a fault strikes, 0 to 1; may be repeated.")
  private List<String> faults = List.of();

  @Option(
      names = "--fault-tenant",
      paramLabel = "TENANT=NAME[:SHARE]",
      description = "A fault for one tenant, instead of those of all others; may be repeated.")
  private List<String> tenantFaults = List.of();

  @Option(
      names = "--lie",
      paramLabel = "KIND",
      description = "Kind of lies that lying answers choose from; may be repeated. Default: all.")
  private List<String> lies = List.of();

  @Option(
      names = "--retry-after",
      paramLabel = "TIME",
      defaultValue = "1s",
      description = "What Retry-After asks for. Default: ${DEFAULT-VALUE}.")
  private String retryAfter;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides which requests are struck. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--log",
      paramLabel = "FILE",
      description = "File for a line of JSON a request, without any text of prompts.")
  private Path log;

  private final Watch watch;

  LlmSimCommand() {
    this(LlmSimCommand::untilShutdown);
  }

  /**
   * @param watch how to wait for the end
   */
  LlmSimCommand(Watch watch) {
    this.watch = watch;
  }

  @Override
  public Integer call() throws InterruptedException {
    LlmSimulator simulator = start(config());
    introduce(simulator);
    watch.over(
        simulator,
        () -> {
          simulator.close();
          report(simulator.log().totals());
        });
    return 0;
  }

  private SimConfig config() {
    return SimConfig.defaults()
        .withPort(port)
        .withKey(key)
        .withLatency(duration("--latency", latency))
        .withFaults(faults())
        .withSeed(seed)
        .withLogFile(log);
  }

  private SimFaults faults() {
    try {
      SimFaults all = SimFaults.none().retryingAfter(duration("--retry-after", retryAfter));
      for (String fault : faults) {
        all = FaultText.with(all, fault);
      }
      for (String fault : tenantFaults) {
        all = FaultText.withTenant(all, fault);
      }
      return all.lyingBy(FaultText.lies(lies));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /** A time such as {@code 200ms} or {@code 1.5s}. */
  private Duration duration(String option, String text) {
    String value = text.strip().toLowerCase(Locale.ROOT);
    try {
      if (value.endsWith("ms")) {
        return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
      }
      if (value.endsWith("s")) {
        double seconds = Double.parseDouble(value.substring(0, value.length() - 1));
        return Duration.ofMillis(Math.round(seconds * 1_000));
      }
    } catch (NumberFormatException e) {
      throw new ParameterException(spec.commandLine(), option + " is a time as 200ms or 1.5s", e);
    }
    throw new ParameterException(spec.commandLine(), option + " is a time as 200ms or 1.5s");
  }

  private static LlmSimulator start(SimConfig config) {
    try {
      return LlmSimulator.start(config);
    } catch (IOException e) {
      throw CommandFailure.failed(
          "the simulator cannot start on port " + config.port(),
          "give another with --port, or a writable file with --log",
          e);
    }
  }

  private void introduce(LlmSimulator simulator) {
    PrintWriter out = spec.commandLine().getOut();
    String shown = key == null ? "any" : "(the key given)";
    out.println("A simulated model listens at " + simulator.url() + ". Point a run at it with");
    out.println("  export DIGEST_LLM_PROVIDER=openai DIGEST_LLM_API_KEY=" + shown);
    out.println("  export DIGEST_LLM_URL=" + simulator.openAiUrl());
    out.println("  export DIGEST_LLM_MODEL_BASE=base DIGEST_LLM_MODEL_PRO=pro");
    out.println("or, in GigaChat's protocol, with");
    out.println("  export DIGEST_LLM_PROVIDER=gigachat GIGACHAT_AUTH_KEY=" + shown);
    out.println("  export GIGACHAT_URL=" + simulator.gigaChatUrl());
    out.println("  export GIGACHAT_AUTH_URL=" + simulator.gigaChatAuthUrl());
    out.println("Ctrl-C ends it.");
    out.flush();
  }

  private void report(SimTotals totals) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%,d requests, %,d paid calls, %,d prompt and %,d answer tokens%n",
        totals.requests(),
        totals.paid(),
        totals.promptTokens(),
        totals.answerTokens());
    out.println("Faults: " + words(totals.faults()));
    out.println("Lies: " + words(totals.lies()));
    out.flush();
  }

  private static String words(Map<?, Long> counts) {
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(one -> one.getKey().toString().toLowerCase(Locale.ROOT) + " " + one.getValue())
            .collect(Collectors.joining(", "));
  }

  /** Ctrl-C ends the process through its shutdown hooks; nothing comes after this. */
  private static void untilShutdown(LlmSimulator simulator, Runnable atEnd)
      throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(atEnd, "stop-llm-sim"));
    Thread.currentThread().join();
  }
}
