package org.groupdigest.job.app;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.job.config.InvalidSettingsException;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.config.Variables;

/**
 * Main class of the job on a Flink cluster: {@code --pipeline}, one of {@link Pipelines}, and
 * {@code --config FILE}, both optional. Settings come from the file, or the one that {@code
 * DIGEST_CONFIG} names, and from the environment, which wins.
 */
public final class StreamMain {

  private static final String JOB = "group-digest";

  private StreamMain() {}

  /**
   * Submits the job. Nothing is submitted when an argument or a setting is wrong: every problem is
   * printed, a line each, and the exception ends the program or fails the submission.
   */
  public static void main(String[] arguments) throws Exception {
    Plan plan;
    try {
      plan = plan(System.getenv(), arguments);
    } catch (InvalidSettingsException e) {
      System.err.println("group-digest cannot start:");
      e.problems().forEach(problem -> System.err.println("  " + problem));
      throw e;
    }
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(LocalFlink.required());
    plan.assemble(env);
    env.execute(plan.jobName());
  }

  /**
   * What is to be submitted.
   *
   * @param pipelines which pipelines
   * @param settings settings of the job
   * @param endpoints where the services are
   */
  record Plan(Pipelines pipelines, StreamSettings settings, Endpoints endpoints) {

    /** Adds the job to an environment. */
    void assemble(StreamExecutionEnvironment env) {
      if (pipelines.feedsAStore()) {
        new StoreJobs(settings, endpoints, new PostgresDigests(endpoints)).assemble(env, pipelines);
      } else {
        job().assemble(env, pipelines);
      }
    }

    /** The job, with the policies that stand in Kafka now. */
    private KafkaJob job() {
      return new KafkaJob(
          settings,
          endpoints,
          new StoreServices(settings.digest(), endpoints),
          PolicySnapshot.read(endpoints.kafka(), settings.piiKey()));
    }

    /** One pipeline alone bears its own name, so that two jobs of a cluster can be told apart. */
    String jobName() {
      return pipelines == Pipelines.ALL ? JOB : JOB + "-" + StreamArguments.word(pipelines);
    }
  }

  /**
   * Reads arguments and settings.
   *
   * @throws InvalidSettingsException with every problem of both
   */
  static Plan plan(Map<String, String> environment, String... arguments) {
    List<String> problems = new ArrayList<>();
    StreamArguments asked = StreamArguments.parse(problems::add, arguments);
    SettingsReader reader =
        new SettingsReader(variables(asked.config(), environment, problems::add));
    problems.forEach(reader::problem);
    Plan plan = new Plan(asked.pipelines(), StreamSettings.read(reader), Endpoints.read(reader));
    StoreJobs.problem(plan.pipelines(), plan.settings().digest().stores(), plan.endpoints())
        .ifPresent(reader::problem);
    ModelAccess.addressProblem(plan.settings().digest().llm()).ifPresent(reader::problem);
    reader.throwIfAny();
    return plan;
  }

  private static Map<String, String> variables(
      Path config, Map<String, String> environment, Consumer<String> problems) {
    try {
      return Variables.of(config, environment);
    } catch (UncheckedIOException e) {
      problems.accept(e.getMessage());
      return environment;
    }
  }
}
