package org.groupdigest.job.context.thread.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.LinkDecoder;
import org.groupdigest.job.context.thread.link.LinkModel;
import org.groupdigest.job.context.thread.link.Network;

/** Makes the bundled link model out of the development data; the seeds are fixed. */
public final class ModelFitting {

  private static final long[] SEEDS = {1, 2, 3};
  private static final double[] BIASES = {-0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6};

  private ModelFitting() {}

  /** Trains the networks and fits the doubt; {@code progress} gets lines fit to be shown. */
  public static LinkModel fit(ThreadCorpora corpora, CueWords cueWords, Consumer<String> progress)
      throws IOException {
    List<AnnotatedLog> logs = new ArrayList<>(corpora.trainingLogs());
    logs.addAll(corpora.trainingDialogues());
    LinkTrainer trainer = new LinkTrainer(LinkTrainer.Settings.DEFAULT, cueWords, progress);
    // Each network has its own randomness, so training them side by side changes nothing.
    List<Network> networks =
        Arrays.stream(SEEDS).parallel().mapToObj(seed -> trainer.train(logs, seed)).toList();
    return withDoubt(networks, corpora.selectionLogs(), cueWords, progress);
  }

  /** The doubt under which cutting at the least confidence gives the best links. */
  static LinkModel withDoubt(
      List<Network> networks,
      List<AnnotatedLog> logs,
      CueWords cueWords,
      Consumer<String> progress) {
    double cut = LinkDecoder.MIN_CONFIDENCE;
    double even = Math.log(cut / (1 - cut));
    Map<Double, LinkModel> byScore = new TreeMap<>();
    for (double bias : BIASES) {
      LinkModel model = new LinkModel(networks, even + bias);
      LinkScores scores = ThreadEvaluation.score(logs, new ThreadBuilder(model, cueWords));
      progress.accept("bias %+.1f: %s".formatted(bias, scores));
      byScore.putIfAbsent(-scores.f1(), model);
    }
    return byScore.values().iterator().next();
  }
}
