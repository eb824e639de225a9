package org.groupdigest.job.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextAssembly;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.RankedMessage;

/**
 * A place of the ranking as it is printed.
 *
 * @param messageId which message
 * @param score after penalties, 4 digits
 * @param components what the score is made of, unweighted
 */
record RankingLine(String messageId, double score, Components components) {

  /**
   * What a score is made of, each in 0..1.
   *
   * @param softPenalty share of the score lost to a resemblance inside the window
   * @param historicalPenalty share of the score lost to a resemblance with an earlier window
   */
  record Components(
      double recency,
      double reply,
      double length,
      double reactions,
      double media,
      double softPenalty,
      double historicalPenalty) {}

  /** The best places, as many as the settings keep. */
  static List<RankingLine> of(ContextAssembly assembly, ContextSettings settings) {
    Set<String> soft = sources(assembly.softLinks());
    Set<String> history = sources(assembly.historyLinks());
    return assembly.ranking().stream()
        .limit(settings.topRanked())
        .map(
            ranked ->
                line(
                    ranked,
                    soft.contains(ranked.messageId()) ? lost(settings.softPenalty()) : 0,
                    history.contains(ranked.messageId()) ? lost(settings.historyPenalty()) : 0))
        .toList();
  }

  private static RankingLine line(RankedMessage ranked, double soft, double history) {
    return new RankingLine(
        ranked.messageId(),
        ranked.score(),
        new Components(
            ranked.recency(),
            ranked.reply(),
            ranked.length(),
            ranked.reactions(),
            ranked.media(),
            soft,
            history));
  }

  private static double lost(double factor) {
    return Math.round((1 - factor) * 1e4) / 1e4;
  }

  private static Set<String> sources(List<MessageLink> links) {
    return links.stream().map(MessageLink::messageId).collect(Collectors.toSet());
  }
}
