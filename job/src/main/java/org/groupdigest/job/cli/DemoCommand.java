package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.groupdigest.job.app.Endpoints;
import org.groupdigest.job.demo.DemoFailure;
import org.groupdigest.job.demo.DemoJob;
import org.groupdigest.job.demo.DemoSummary;
import org.groupdigest.job.demo.Feed;
import org.groupdigest.job.demo.SampleChat;
import org.groupdigest.job.demo.StepList;
import org.groupdigest.job.files.DigestPages;
import org.groupdigest.job.local.LocalPlatform;
import org.groupdigest.job.local.TopicFile;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.render.MessageCatalog;
import org.groupdigest.job.render.TerminalView;
import org.groupdigest.localstack.LocalStackException;
import org.groupdigest.udfs.pii.PiiKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code digest demo}: the whole product on this machine, on a sample chat. */
@Command(
    name = "demo",
    description = "Starts Kafka, Postgres and Redis here and makes digests of a sample chat.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  digest demo",
      "  digest demo --folder /tmp/digest-demo --keep-running",
    })
final class DemoCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Spec private CommandSpec spec;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Folder for data, logs and pages. Default: .digest/demo of the project.")
  private Path folder;

  @Option(
      names = "--keep-running",
      description = "Leave servers and job running until Ctrl-C, to look at them.")
  private boolean keepRunning;

  @Override
  public Integer call() throws Exception {
    CommandSettings.of(CommandSettings.variables(null));
    Path home = Path.of(System.getProperty("digest.home", "."));
    Path root = folder == null ? home.resolve(".digest").resolve("demo") : folder;
    Files.createDirectories(root);
    StepList steps = new StepList(spec.commandLine().getErr());
    say("Group Digest demo: Kafka, Postgres, Redis and the job on this machine.");
    try (LocalPlatform platform =
        LocalPlatform.start(
            root.resolve("stack"),
            TopicFile.read(home.resolve("flink-conf").resolve("topics.txt")),
            steps)) {
      DemoJob job = new DemoJob(root, platform.endpoints(), PiiKeys.DEVELOPMENT);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(job, platform), "stop-demo"));
      show(root, platform.endpoints(), job, steps);
    } catch (LocalStackException e) {
      String what = e.getMessage().replace(": " + e.remedy(), "");
      throw CommandFailure.failed(what, e.remedy(), e);
    } catch (DemoFailure e) {
      throw CommandFailure.failed(e.getMessage(), "see the log in " + root, e);
    }
    return 0;
  }

  /** The job before its servers, so that it does not look for them; harmless a second time. */
  private static void stop(DemoJob job, LocalPlatform platform) {
    job.stop();
    platform.close();
  }

  private void show(Path root, Endpoints endpoints, DemoJob job, StepList steps) throws Exception {
    SampleChat chat = SampleChat.load(root);
    steps.step(
        "send " + chat.records().size() + " records of the sample chat",
        () -> {
          new Feed(endpoints.kafka()).send(chat);
          return null;
        });
    steps.step("start the job", job::start);
    try {
      List<DigestRecord> digests =
          steps.step("make digests", () -> job.await(chat.windows(), PATIENCE));
      present(root, digests);
      new DemoSummary(endpoints, spec.commandLine().getErr()).print();
      if (keepRunning) {
        keep(endpoints);
      }
    } finally {
      job.stop();
    }
  }

  private void present(Path root, List<DigestRecord> digests) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    LinkPattern links = LinkPattern.telegramOnly();
    boolean colours = Terminal.isWatched(System.getenv()) && System.getenv("NO_COLOR") == null;
    TerminalView view = new TerminalView(new MessageCatalog(), links, colours, 100);
    for (DigestRecord digest : digests) {
      out.println();
      out.println(view.render(digest));
    }
    out.flush();
    Path index = new DigestPages(root.resolve("html"), Map.of()).write(digests);
    say("");
    say("The same as pages: " + index.toAbsolutePath().normalize());
  }

  private void keep(Endpoints endpoints) throws InterruptedException {
    say("Running until Ctrl-C: " + endpoints);
    Thread.currentThread().join();
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}
