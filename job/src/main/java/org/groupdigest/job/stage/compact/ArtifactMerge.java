package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.stage.guard.GuardResult;

/** Where a merged payload comes from, added up from the artifacts of its chunks. */
final class ArtifactMerge {

  /** Note of a stage whose chunks were in part answered by the built-in engine. */
  static final String PARTLY_FALLBACK = "partly_fallback";

  /** Note of a stage that has nothing to say about some chunks. */
  static final String PARTLY_FAILED = "partly_failed";

  private final List<ChunkPart> parts;
  private final int missing;
  private final List<String> removed;

  private ArtifactMerge(List<ChunkPart> parts, int missing, List<String> removed) {
    this.parts = parts;
    this.missing = missing;
    this.removed = removed;
  }

  /**
   * The artifact of a merged payload.
   *
   * @param merged the payload as the guard let it through
   * @param parts chunks that the stage has an artifact of, at least one
   * @param missing chunks that it has none of
   */
  static StageArtifact of(GuardResult.Accepted merged, List<ChunkPart> parts, int missing) {
    return new ArtifactMerge(parts, missing, merged.removed()).artifact(merged.canonicalJson());
  }

  private StageArtifact artifact(String payload) {
    StageArtifact typical = typical();
    return new StageArtifact(
        typical.stage(),
        outcome(),
        typical.modelId(),
        typical.promptId(),
        typical.promptVersion(),
        typical.schemaVersion(),
        Checksums.sha256(payload),
        integrity(),
        artifacts().stream().mapToInt(StageArtifact::attempts).max().orElse(1),
        artifacts().stream().mapToInt(StageArtifact::promptTokens).sum(),
        artifacts().stream().mapToInt(StageArtifact::answerTokens).sum(),
        notes(),
        payload);
  }

  private List<StageArtifact> artifacts() {
    return parts.stream().map(ChunkPart::artifact).toList();
  }

  private long count(StageOutcome outcome) {
    return artifacts().stream().filter(artifact -> artifact.outcome() == outcome).count();
  }

  private StageOutcome outcome() {
    long fellBack = count(StageOutcome.FALLBACK);
    if (fellBack == parts.size() && missing == 0) {
      return StageOutcome.FALLBACK;
    }
    if (fellBack > 0 || missing > 0 || count(StageOutcome.DEGRADED) > 0) {
      return StageOutcome.DEGRADED;
    }
    if (count(StageOutcome.REPAIRED) > 0) {
      return StageOutcome.REPAIRED;
    }
    return count(StageOutcome.CACHED) == parts.size() ? StageOutcome.CACHED : StageOutcome.OK;
  }

  /** The first artifact of who answered most chunks, stand-ins aside where there is a model's. */
  private StageArtifact typical() {
    List<StageArtifact> models =
        artifacts().stream().filter(one -> one.outcome() != StageOutcome.FALLBACK).toList();
    Map<String, List<StageArtifact>> byModel = new LinkedHashMap<>();
    for (StageArtifact artifact : models.isEmpty() ? artifacts() : models) {
      byModel.computeIfAbsent(artifact.modelId(), id -> new ArrayList<>()).add(artifact);
    }
    int most = byModel.values().stream().mapToInt(List::size).max().orElse(0);
    return byModel.values().stream()
        .filter(own -> own.size() == most)
        .findFirst()
        .orElseThrow()
        .get(0);
  }

  private double integrity() {
    double sum = 0;
    int messages = 0;
    for (ChunkPart part : parts) {
      sum += part.artifact().boundaryIntegrity() * part.messages();
      messages += part.messages();
    }
    return sum / messages;
  }

  private List<String> notes() {
    Set<String> notes = new LinkedHashSet<>();
    artifacts().forEach(artifact -> notes.addAll(artifact.notes()));
    notes.addAll(removed);
    long fellBack = count(StageOutcome.FALLBACK);
    if (fellBack > 0 && fellBack < parts.size()) {
      notes.add(PARTLY_FALLBACK);
    }
    if (missing > 0) {
      notes.add(PARTLY_FAILED);
    }
    return List.copyOf(notes);
  }
}
