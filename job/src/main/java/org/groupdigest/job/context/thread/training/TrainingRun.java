package org.groupdigest.job.context.thread.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.groupdigest.job.context.thread.link.CandidateRows;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.FeatureExtractor;
import org.groupdigest.job.context.thread.link.LinkHistory;
import org.groupdigest.job.context.thread.link.MessageStream;
import org.groupdigest.job.context.thread.link.Network;
import org.groupdigest.job.model.Message;

/**
 * One pass over one log: the network links message after message, so that it meets its own earlier
 * decisions as it will in use, and the annotated messages give gradients. A share of the gold links
 * may be given as if they were reply links.
 */
final class TrainingRun {

  private final MessageStream stream;
  private final LinkHistory history;
  private final FeatureExtractor extractor;
  private final CandidateRows rows = new CandidateRows();
  private final List<Set<Integer>> gold;
  private int position;

  /**
   * Starts a pass.
   *
   * @param givenShare share of the gold links that are given, 0..1
   */
  TrainingRun(AnnotatedLog log, CueWords cueWords, double givenShare, SplittableRandom random) {
    AnnotatedLog given = Variations.withReplies(log, givenShare, random);
    this.stream = MessageStream.of(given.messages(), cueWords);
    this.history = new LinkHistory(stream);
    this.extractor = new FeatureExtractor(stream, history);
    this.gold = positions(given);
  }

  /** Whether messages are left. */
  boolean hasNext() {
    return position < stream.size();
  }

  /** Links the next message and adds its gradient; returns its loss, 0 when it has none. */
  double next(Network network, LinkGradient gradient) {
    int current = position++;
    int reply = stream.replyOf(current);
    if (reply != MessageStream.NONE) {
      history.link(current, Math.max(reply, MessageStream.NONE), true);
      return 0;
    }
    extractor.fill(current, rows);
    double loss = learn(gold.get(current), gradient);
    history.link(current, decide(network), false);
    return loss;
  }

  private static List<Set<Integer>> positions(AnnotatedLog log) {
    Map<String, Integer> positions = new HashMap<>();
    log.messages().forEach(message -> positions.put(message.messageId(), positions.size()));
    List<Set<Integer>> gold = new ArrayList<>();
    for (Message message : log.messages()) {
      Set<Integer> parents = new HashSet<>();
      for (String parent : log.parents().getOrDefault(message.messageId(), Set.of())) {
        parents.add(positions.getOrDefault(parent, MessageStream.ELSEWHERE));
      }
      gold.add(parents);
    }
    return gold;
  }

  private double learn(Set<Integer> parents, LinkGradient gradient) {
    boolean[] right = new boolean[rows.count()];
    boolean any = false;
    for (int row = 0; row < right.length; row++) {
      right[row] = parents.contains(rows.position(row));
      any |= right[row];
    }
    return any ? gradient.add(rows, right) : 0;
  }

  private int decide(Network network) {
    double[] chance = new double[rows.count()];
    network.probabilities(rows, chance);
    int best = 0;
    for (int row = 1; row < chance.length; row++) {
      best = chance[row] > chance[best] ? row : best;
    }
    return best == 0 ? MessageStream.NONE : rows.position(best);
  }
}
