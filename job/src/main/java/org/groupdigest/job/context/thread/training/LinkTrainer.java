package org.groupdigest.job.context.thread.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.Network;

/** Trains a {@link Network} on annotated logs; the same seed gives the same weights. */
public final class LinkTrainer {

  /**
   * How to train.
   *
   * @param hidden hidden units
   * @param passes times that every log is seen
   * @param rate learning rate of the first pass, falling to a twentieth along a cosine
   * @param decay weight decay
   * @param lanes logs that are read side by side, so that a batch is not of one conversation
   * @param batch annotated messages of one step
   */
  public record Settings(int hidden, int passes, double rate, double decay, int lanes, int batch) {

    /** What the bundled weights were trained with. */
    public static final Settings DEFAULT = new Settings(32, 14, 0.004, 0.002, 12, 32);
  }

  private static final int SMALL = 50;
  private static final int CONTEXT = 250;

  private final Settings settings;
  private final CueWords cueWords;
  private final Consumer<String> progress;

  /** Trains with settings; {@code progress} gets a line a pass. */
  public LinkTrainer(Settings settings, CueWords cueWords, Consumer<String> progress) {
    this.settings = settings;
    this.cueWords = cueWords;
    this.progress = progress;
  }

  /** Trains a network from random weights. */
  public Network train(List<AnnotatedLog> logs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Network network = initial(random);
    Adam adam = new Adam(network.weights().length, settings.decay());
    for (int pass = 0; pass < settings.passes(); pass++) {
      double done = pass / (double) settings.passes();
      double rate = settings.rate() * (0.05 + 0.95 * (1 + Math.cos(Math.PI * done)) / 2);
      double loss = pass(network, adam, logs, rate, random);
      progress.accept("seed %d, pass %d: loss %.4f".formatted(seed, pass + 1, loss));
    }
    return network;
  }

  private double pass(
      Network network, Adam adam, List<AnnotatedLog> logs, double rate, SplittableRandom random) {
    List<AnnotatedLog> shuffled = varied(logs, random);
    Collections.shuffle(shuffled, new Random(random.nextLong()));
    Deque<AnnotatedLog> waiting = new ArrayDeque<>(shuffled);
    Deque<TrainingRun> lanes = new ArrayDeque<>();
    LinkGradient gradient = new LinkGradient(network);
    double loss = 0;
    int messages = 0;
    while (!waiting.isEmpty() || !lanes.isEmpty()) {
      if (lanes.size() < settings.lanes() && !waiting.isEmpty()) {
        lanes.add(run(waiting.remove(), random));
      }
      TrainingRun run = lanes.remove();
      if (!run.hasNext()) {
        continue;
      }
      loss += run.next(network, gradient);
      if (gradient.messages() >= settings.batch()) {
        messages += gradient.messages();
        adam.step(network.weights(), gradient.mean(), rate);
        gradient.clear();
      }
      if (run.hasNext()) {
        lanes.add(run);
      }
    }
    return loss / Math.max(1, messages);
  }

  private static List<AnnotatedLog> varied(List<AnnotatedLog> logs, SplittableRandom random) {
    List<AnnotatedLog> varied = new ArrayList<>();
    for (AnnotatedLog log : logs) {
      if (log.messages().size() < SMALL) {
        varied.add(Variations.slower(log, random));
      } else {
        AnnotatedLog near = log.withContext(CONTEXT);
        varied.add(random.nextInt(4) == 0 ? Variations.slower(near, random) : near);
        varied.add(Variations.quieter(log, random));
      }
    }
    return varied;
  }

  private TrainingRun run(AnnotatedLog log, SplittableRandom random) {
    double givenShare = random.nextInt(5) < 3 ? 0 : random.nextDouble();
    return new TrainingRun(log, cueWords, givenShare, random);
  }

  private Network initial(SplittableRandom random) {
    double[] weights = new double[Network.size(settings.hidden())];
    Network network = new Network(settings.hidden(), weights);
    for (int i = 0; i < weights.length; i++) {
      boolean output = i >= network.outputRow();
      double width = output ? 1 / Math.sqrt(settings.hidden()) : 0.25;
      weights[i] = i >= network.biasRow() && !output ? 0 : width * gaussian(random);
    }
    return network;
  }

  private static double gaussian(SplittableRandom random) {
    return random.nextGaussian();
  }
}
