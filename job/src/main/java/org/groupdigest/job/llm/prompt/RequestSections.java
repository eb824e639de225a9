package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.stage.StageRequest;

/**
 * Which data a request needs. Stages that find units or moods read the messages; all others read
 * what was found, or the messages where nothing was yet. The judge reads the digest beside an
 * excerpt.
 */
final class RequestSections {

  /** Messages that a mood is told from when nothing else is asked. */
  static final int TOP_MESSAGES = 100;

  private final StageRequest request;
  private final List<Stage> stages;
  private final WindowSections window;
  private final FindingSections findings;
  private final RemarkSections remarks;
  private final WindowMessages messages;
  private final MessageLines format;
  private final TokenCounter counter;

  RequestSections(StageRequest request, TokenCounter counter) {
    this.request = request;
    this.stages = request.stages();
    this.counter = counter;
    messages = new WindowMessages(request.context());
    format = new MessageLines(messages, counter);
    window = new WindowSections(request.context(), messages, counter);
    findings = new FindingSections(messages, counter);
    remarks = new RemarkSections(counter);
  }

  /** Whether a digest exists that is to be written anew. */
  static boolean isCorrection(StageRequest request) {
    return request.stages().contains(Stage.SYNTHESIS_AGENT)
        && request.artifacts().containsKey(Stage.SYNTHESIS_AGENT.wireName());
  }

  /** All sections but the previous digest. */
  List<DataSection> own() {
    if (stages.contains(Stage.EVALUATION_AGENT)) {
      return judged();
    }
    List<DataSection> sections = new ArrayList<>();
    sections.add(window.participants());
    sections.addAll(readsMessages() ? List.of(messages()) : found());
    if (isCorrection(request)) {
      sections.add(digest());
      sections.add(remarks.notes(judgesNotes()));
    }
    return sections;
  }

  /** The previous digest, where it is wanted and known. */
  Optional<DataSection> previous() {
    return wantsPrevious() && request.previous() != null
        ? Optional.of(remarks.previous(request.previous()))
        : Optional.empty();
  }

  /** Whether room must be kept for a previous digest, known or not. */
  boolean wantsPrevious() {
    return asksForTopics();
  }

  private boolean readsMessages() {
    return stages.contains(Stage.SEGMENTER_AGENT)
        || stages.contains(Stage.EMOTION_AGENT)
        || !request.artifacts().containsKey(Stage.SEGMENTER_AGENT.wireName());
  }

  private boolean asksForTopics() {
    return stages.contains(Stage.TOPIC_AGENT) || stages.contains(Stage.SYNTHESIS_AGENT);
  }

  private DataSection messages() {
    boolean moodOnly = stages.equals(List.of(Stage.EMOTION_AGENT));
    int most = moodOnly ? TOP_MESSAGES : Integer.MAX_VALUE;
    return new MessageSection(request.context(), format, most);
  }

  private List<DataSection> found() {
    List<DataSection> sections = new ArrayList<>();
    request
        .payload(Stage.SEGMENTER_AGENT, Segments.class)
        .ifPresent(units -> sections.add(findings.units(units)));
    if (asksForTopics()) {
      request
          .payload(Stage.EMOTION_AGENT, EmotionProfile.class)
          .ifPresent(moods -> sections.add(findings.emotions(moods)));
      request
          .payload(Stage.ROLES_AGENT, Roles.class)
          .ifPresent(roles -> sections.add(findings.roles(roles)));
      sections.add(window.media());
    }
    if (!stages.contains(Stage.TOPIC_AGENT) && stages.contains(Stage.SYNTHESIS_AGENT)) {
      request
          .payload(Stage.TOPIC_AGENT, Topics.class)
          .ifPresent(topics -> sections.add(findings.topics(topics)));
    }
    return sections;
  }

  private List<DataSection> judged() {
    DigestSection digest = digest();
    return List.of(
        window.size(),
        digest,
        new ExcerptSection(request.context(), messages, digest.sources(), format));
  }

  private DigestSection digest() {
    Synthesis written =
        request
            .payload(Stage.SYNTHESIS_AGENT, Synthesis.class)
            .orElseThrow(() -> new IllegalArgumentException("there is no digest yet"));
    return new DigestSection(written, counter);
  }

  /** A repair of a correction bears the errors as its notes: the judge's stand in the artifact. */
  private List<String> judgesNotes() {
    return request.refusedAnswer() == null
        ? request.notes()
        : request
            .payload(Stage.EVALUATION_AGENT, Evaluation.class)
            .map(Evaluation::notes)
            .orElse(List.of());
  }
}
