package org.groupdigest.job.maintain;

import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groupdigest.job.model.Stage;

/** Shares of references by stage, of one stretch of time and of the one before. */
final class IntegrityTrend {
  private final Map<Stage, Sums> sums = new EnumMap<>(Stage.class);

  private static final class Sums {
    private final DoubleSummaryStatistics now = new DoubleSummaryStatistics();
    private final DoubleSummaryStatistics before = new DoubleSummaryStatistics();
    private long different;
  }

  /**
   * Adds an artifact.
   *
   * @param recent whether it is of the later stretch
   * @param share share of its references that resolve
   * @param asStored whether that is what was stored with it
   */
  void add(Stage stage, boolean recent, double share, boolean asStored) {
    Sums ofStage = sums.computeIfAbsent(stage, first -> new Sums());
    (recent ? ofStage.now : ofStage.before).accept(share);
    ofStage.different += asStored ? 0 : 1;
  }

  /** What there is of each stage, those without any included. */
  List<StageIntegrity> stages() {
    return Stream.of(Stage.values())
        .map(stage -> of(stage, sums.getOrDefault(stage, new Sums())))
        .toList();
  }

  private static StageIntegrity of(Stage stage, Sums sums) {
    Double now = mean(sums.now);
    Double before = mean(sums.before);
    return new StageIntegrity(
        stage.wireName(),
        now,
        before,
        now == null || before == null ? null : (Double) (now - before),
        sums.now.getCount(),
        sums.before.getCount(),
        sums.different);
  }

  private static Double mean(DoubleSummaryStatistics shares) {
    return shares.getCount() == 0 ? null : (Double) shares.getAverage();
  }
}
