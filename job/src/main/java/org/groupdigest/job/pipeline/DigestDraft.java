package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;

/**
 * A digest on its way through the stages; what flows between the operators and what a checkpoint
 * keeps of work in flight.
 *
 * @param context the window
 * @param position where the window was read
 * @param admission what was decided before the stages
 * @param storedBaseline previous digest as the store knows it, or null
 * @param delta comparison with the previous digest, null until it is known
 * @param artifacts what the stages have produced, in stage order
 * @param reports how the stages went that ran since the last boundary
 * @param errors what went wrong, for the audit trail
 * @param calls receipts of all model calls made for it, kept or discarded; null in old state
 * @param toldCalls how many of them the metrics have been told
 * @param related earlier topics that resemble those of the digest; null in old state
 * @param uncached whether its artifacts stay out of caches: something of the window was erased, or
 *     nobody could tell
 */
public record DigestDraft(
    WindowContext context,
    SourcePosition position,
    Admission admission,
    BaselineSnapshot storedBaseline,
    BaselineDelta delta,
    List<StageArtifact> artifacts,
    List<StageReport> reports,
    List<String> errors,
    List<ModelCall> calls,
    int toldCalls,
    List<RelatedTopic> related,
    boolean uncached) {

  /** Old state knows neither calls nor related topics. */
  public DigestDraft {
    calls = calls == null ? List.of() : calls;
    related = related == null ? List.of() : related;
  }

  /** Whether the stages are to run. */
  boolean isOpen() {
    return ended() == null;
  }

  /** Status when no stage runs: it was decided at admission, or no message is left; else null. */
  DigestStatus ended() {
    return wasAdmitted() && context.messages().isEmpty()
        ? DigestStatus.SKIPPED_EMPTY_WINDOW
        : admission.ended();
  }

  /** Whether the window is part of its chain: the one after it may wait for it. */
  boolean wasAdmitted() {
    return admission.ended() == null;
  }

  /** Messages that go to the stages. */
  int messages() {
    return context.messages().size();
  }

  /** Answered calls so far. */
  int callsMade() {
    return (int) calls.stream().filter(ModelCall::isBilled).count();
  }

  /** Receipts that the metrics have not been told yet. */
  List<ModelCall> freshCalls() {
    return calls.subList(toldCalls, calls.size());
  }

  /** The artifacts by wire name of their stage. */
  Map<String, StageArtifact> artifactsByStage() {
    Map<String, StageArtifact> byStage = new LinkedHashMap<>();
    for (StageArtifact artifact : artifacts) {
      byStage.put(artifact.stage().wireName(), artifact);
    }
    return byStage;
  }

  /** The payload of a stage, if it has one. */
  <T> Optional<T> payload(Stage stage, Class<T> type) {
    return artifacts.stream()
        .filter(artifact -> artifact.stage() == stage)
        .findFirst()
        .map(artifact -> Json.read(artifact.payload(), type));
  }

  /** The draft, of which nothing is put into caches. */
  DigestDraft withoutCaching() {
    return changed(parts -> parts.uncached = true);
  }

  /** The draft at its beginning, of another context of the same window. */
  DigestDraft withContext(WindowContext window) {
    return changed(
        parts -> {
          parts.context = window;
          parts.artifacts = RuleArtifacts.of(window);
        });
  }

  DigestDraft withAdmission(Admission decided) {
    return changed(parts -> parts.admission = decided);
  }

  DigestDraft withStoredBaseline(BaselineSnapshot stored) {
    return changed(parts -> parts.storedBaseline = stored);
  }

  DigestDraft withDelta(BaselineDelta compared) {
    return changed(parts -> parts.delta = compared);
  }

  DigestDraft withRelated(List<RelatedTopic> found) {
    return changed(parts -> parts.related = found);
  }

  DigestDraft withCalls(List<ModelCall> made) {
    return changed(parts -> parts.calls = joined(calls, made));
  }

  DigestDraft withoutReports() {
    return changed(
        parts -> {
          parts.reports = List.of();
          parts.toldCalls = calls.size();
        });
  }

  /**
   * The draft with more artifacts, reports and errors; an artifact replaces its stage's earlier.
   */
  DigestDraft with(
      List<StageArtifact> moreArtifacts, List<StageReport> moreReports, List<String> moreErrors) {
    Map<Stage, StageArtifact> byStage = new EnumMap<>(Stage.class);
    artifacts.forEach(artifact -> byStage.put(artifact.stage(), artifact));
    moreArtifacts.forEach(artifact -> byStage.put(artifact.stage(), artifact));
    return changed(
        parts -> {
          parts.artifacts = List.copyOf(byStage.values());
          parts.reports = joined(reports, moreReports);
          parts.errors = joined(errors, moreErrors);
        });
  }

  /** The draft with what another has produced, and its own reports and errors. */
  DigestDraft withArtifactsOf(DigestDraft other) {
    return changed(parts -> parts.artifacts = other.artifacts);
  }

  /** The draft without what a stage has produced. */
  DigestDraft without(Stage stage) {
    return changed(
        parts ->
            parts.artifacts =
                artifacts.stream().filter(artifact -> artifact.stage() != stage).toList());
  }

  private DigestDraft changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.build();
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** The components of a draft while another is made from it. */
  private static final class Parts {
    private WindowContext context;
    private final SourcePosition position;
    private Admission admission;
    private BaselineSnapshot storedBaseline;
    private BaselineDelta delta;
    private List<StageArtifact> artifacts;
    private List<StageReport> reports;
    private List<String> errors;
    private List<ModelCall> calls;
    private int toldCalls;
    private List<RelatedTopic> related;
    private boolean uncached;

    Parts(DigestDraft draft) {
      context = draft.context;
      position = draft.position;
      admission = draft.admission;
      storedBaseline = draft.storedBaseline;
      delta = draft.delta;
      artifacts = draft.artifacts;
      reports = draft.reports;
      errors = draft.errors;
      calls = draft.calls;
      toldCalls = draft.toldCalls;
      related = draft.related;
      uncached = draft.uncached;
    }

    DigestDraft build() {
      return new DigestDraft(
          context,
          position,
          admission,
          storedBaseline,
          delta,
          artifacts,
          reports,
          errors,
          calls,
          toldCalls,
          related,
          uncached);
    }
  }
}
