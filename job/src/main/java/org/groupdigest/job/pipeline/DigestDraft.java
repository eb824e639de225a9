package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineSnapshot;
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

  DigestDraft withCalls(List<ModelCall> made) {
    return new DigestDraft(
        context,
        position,
        admission,
        storedBaseline,
        delta,
        artifacts,
        reports,
        errors,
        joined(calls, made),
        toldCalls,
        related,
        uncached);
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
        true);
  }

  /** The draft at its beginning, of another context of the same window. */
  DigestDraft withContext(WindowContext window) {
    return new DigestDraft(
        window,
        position,
        admission,
        storedBaseline,
        delta,
        RuleArtifacts.of(window),
        reports,
        errors,
        calls,
        toldCalls,
        related,
        uncached);
  }

  DigestDraft withAdmission(Admission decided) {
    return new DigestDraft(
        context,
        position,
        decided,
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

  DigestDraft withStoredBaseline(BaselineSnapshot stored) {
    return new DigestDraft(
        context, position, admission, stored, delta, artifacts, reports, errors, calls, toldCalls,
        related, uncached);
  }

  DigestDraft withDelta(BaselineDelta compared) {
    return new DigestDraft(
        context,
        position,
        admission,
        storedBaseline,
        compared,
        artifacts,
        reports,
        errors,
        calls,
        toldCalls,
        related,
        uncached);
  }

  DigestDraft withRelated(List<RelatedTopic> found) {
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
        found,
        uncached);
  }

  DigestDraft withoutReports() {
    return new DigestDraft(
        context,
        position,
        admission,
        storedBaseline,
        delta,
        artifacts,
        List.of(),
        errors,
        calls,
        calls.size(),
        related,
        uncached);
  }

  /**
   * The draft with more artifacts, reports and errors; an artifact replaces its stage's earlier.
   */
  DigestDraft with(
      List<StageArtifact> moreArtifacts, List<StageReport> moreReports, List<String> moreErrors) {
    Map<Stage, StageArtifact> byStage = new EnumMap<>(Stage.class);
    artifacts.forEach(artifact -> byStage.put(artifact.stage(), artifact));
    moreArtifacts.forEach(artifact -> byStage.put(artifact.stage(), artifact));
    return new DigestDraft(
        context,
        position,
        admission,
        storedBaseline,
        delta,
        List.copyOf(byStage.values()),
        joined(reports, moreReports),
        joined(errors, moreErrors),
        calls,
        toldCalls,
        related,
        uncached);
  }

  /** The draft with what another has produced, and its own reports and errors. */
  DigestDraft withArtifactsOf(DigestDraft other) {
    return new DigestDraft(
        context,
        position,
        admission,
        storedBaseline,
        delta,
        other.artifacts,
        reports,
        errors,
        calls,
        toldCalls,
        related,
        uncached);
  }

  /** The draft without what a stage has produced. */
  DigestDraft without(Stage stage) {
    return new DigestDraft(
        context,
        position,
        admission,
        storedBaseline,
        delta,
        artifacts.stream().filter(artifact -> artifact.stage() != stage).toList(),
        reports,
        errors,
        calls,
        toldCalls,
        related,
        uncached);
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
