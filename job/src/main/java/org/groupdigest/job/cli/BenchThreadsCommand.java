package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.LinkModel;
import org.groupdigest.job.context.thread.link.LinkModelFile;
import org.groupdigest.job.context.thread.training.ModelFitting;
import org.groupdigest.job.context.thread.training.ThreadCorpora;
import org.groupdigest.job.context.thread.training.ThreadEvaluation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code bench threads}: how well messages are linked, measured on the development data; with
 * {@code --train} also trains the link model anew and measures that.
 */
@Command(
    name = "threads",
    mixinStandardHelpOptions = true,
    description = "Measures message linking on the development data; can train its model.",
    footerHeading = "%nExamples:%n",
    footer = "  digest bench threads --data FOLDER")
public final class BenchThreadsCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Development data; default: ../shared/data beside the repository.")
  private Path data;

  @Option(
      names = "--train",
      paramLabel = "OUT",
      description = "Train a new model (minutes), write it to this file and measure it.")
  private Path train;

  @Spec private CommandSpec spec;

  /** Exit code: 0, also when there is no data; 1 when the data cannot be read. */
  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Optional<Path> folder = data == null ? ThreadCorpora.find() : Optional.of(data);
    if (folder.isEmpty() || !ThreadCorpora.isPresent(folder.get())) {
      out.println("bench threads: skipped, no development data; give its folder with --data DIR");
      return 0;
    }
    try {
      ThreadCorpora corpora = new ThreadCorpora(folder.get());
      ThreadEvaluation.of(corpora, new ThreadBuilder(model(corpora, out), CueWords.bundled()))
          .forEach((name, scores) -> out.printf("%-34s %s%n", name, scores));
      out.flush();
      return 0;
    } catch (IOException e) {
      spec.commandLine().getErr().println("bench threads: " + e.getMessage());
      return 1;
    }
  }

  private LinkModel model(ThreadCorpora corpora, PrintWriter out) throws IOException {
    if (train == null) {
      return LinkModelFile.bundled();
    }
    CueWords cueWords = CueWords.bundled();
    String model = LinkModelFile.write(ModelFitting.fit(corpora, cueWords, line -> say(out, line)));
    Files.writeString(train, model);
    return LinkModelFile.read(model);
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }
}
