package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.WindowMessages;

/**
 * Stands between an engine's answer and the product. An answer passes if it holds a JSON object
 * that fits the stage's schema, if at least {@value #MIN_INTEGRITY} of its references resolve, and
 * if what it says agrees with the messages it cites: people, numbers, dates and counts. Only
 * declared fields are kept, and texts without what is not seen and without live addresses ({@link
 * HarmlessTexts}). Thread-safe.
 */
public final class StageGuard {

  /** Least share of references that must resolve, inclusive. */
  public static final double MIN_INTEGRITY = 0.75;

  private final StageSchemas schemas = new StageSchemas();
  private final Predicate<String> ownWording;

  /** A guard that wants the wording of every claim in its sources. */
  public StageGuard() {
    this(headline -> false);
  }

  /**
   * @param ownWording tells headlines that speak of their sources in words of the product ("A quiet
   *     day: one question, answered."); their citations and facts are checked, their wording is not
   */
  public StageGuard(Predicate<String> ownWording) {
    this.ownWording = ownWording;
  }

  /**
   * Takes an answer to several stages apart.
   *
   * @return a text for each stage, empty where the answer has none
   */
  public Map<Stage, String> parts(List<Stage> stages, String answerText) {
    return AnswerParts.of(stages, answerText);
  }

  /**
   * Checks an answer. References that do not resolve are taken out while enough others do; anything
   * said wrongly about a source rejects the answer, so that it can be repaired.
   *
   * @param stage a stage that a model may answer, else {@link IllegalArgumentException}
   * @param answerText as it came
   * @param context the window it is about
   */
  public GuardResult check(Stage stage, String answerText, WindowContext context) {
    return check(stage, answerText, context, false);
  }

  /**
   * Checks an answer that nobody will repair any more: as {@link #check}, but what is said wrongly
   * about a source is taken out, line by line, and the rest is accepted. Nothing that is wrong gets
   * through in either way; {@link GuardResult.Accepted#removed()} says what is missing.
   */
  public GuardResult salvage(Stage stage, String answerText, WindowContext context) {
    return check(stage, answerText, context, true);
  }

  private GuardResult check(Stage stage, String answer, WindowContext context, boolean salvage) {
    if (!schemas.covers(stage)) {
      throw new IllegalArgumentException("no model answers " + stage.wireName());
    }
    if (answer.length() > AnswerJson.MAX_LENGTH) {
      return rejected(GuardError.of(GuardError.Kind.TOO_LONG, "$"));
    }
    Set<JsonNode> fitting = new LinkedHashSet<>();
    List<GuardError> schemaErrors = List.of(GuardError.of(GuardError.Kind.NOT_JSON, "$"));
    for (JsonNode object : AnswerJson.objectsIn(answer)) {
      JsonNode harmless = HarmlessTexts.in(object);
      schemaErrors = schemas.validate(stage, harmless);
      if (schemaErrors.isEmpty()) {
        fitting.add(harmless);
      }
    }
    return switch (fitting.size()) {
      case 0 -> new GuardResult.Rejected(schemaErrors, 0);
      case 1 -> checkReferences(stage, fitting.iterator().next(), context, salvage);
      // One of them may be quoted from the chat: which one is meant is not for us to guess.
      default -> rejected(GuardError.of(GuardError.Kind.AMBIGUOUS, "$"));
    };
  }

  private GuardResult checkReferences(
      Stage stage, JsonNode object, WindowContext context, boolean salvage) {
    Findings findings = new Findings(new WindowMessages(context));
    Object payload = guarded(stage, object, findings);
    double integrity = findings.integrity();
    List<GuardError> notes = new ArrayList<>(findings.errors());
    notes.addAll(findings.unresolved());
    if (integrity < MIN_INTEGRITY || (!salvage && !findings.errors().isEmpty())) {
      return new GuardResult.Rejected(notes, integrity);
    }
    return new GuardResult.Accepted(
        Json.write(payload), integrity, notes.stream().map(GuardError::describe).toList());
  }

  private Object guarded(Stage stage, JsonNode object, Findings findings) {
    return switch (stage) {
      case SEGMENTER_AGENT -> new SegmentsGuard(findings).apply(read(object, Segments.class));
      case ROLES_AGENT -> new RolesGuard(findings).apply(read(object, Roles.class));
      case TOPIC_AGENT -> new TopicsGuard(findings).apply(read(object, Topics.class));
      case SYNTHESIS_AGENT ->
          new SynthesisGuard(findings, ownWording).apply(read(object, Synthesis.class));
      case EMOTION_AGENT -> withNotes(read(object, EmotionProfile.class));
      case EVALUATION_AGENT -> withNotes(read(object, Evaluation.class));
      case INGEST_VALIDATOR, THREAD_BUILDER, DELIVERY_MANAGER ->
          throw new IllegalArgumentException("no model answers " + stage.wireName());
    };
  }

  private static EmotionProfile withNotes(EmotionProfile e) {
    return new EmotionProfile(
        e.tone(),
        e.intensity(),
        e.conflict(),
        e.collaboration(),
        e.stress(),
        e.enthusiasm(),
        Findings.orEmpty(e.notes()));
  }

  private static Evaluation withNotes(Evaluation e) {
    return new Evaluation(
        e.faithfulness(),
        e.coherence(),
        e.coverage(),
        e.focus(),
        e.qualityScore(),
        Findings.orEmpty(e.notes()));
  }

  private static <T> T read(JsonNode object, Class<T> type) {
    try {
      return Json.mapper().treeToValue(object, type);
    } catch (JsonProcessingException e) {
      // The text of a Jackson exception quotes the input: it is not passed on.
      throw new IllegalStateException("schema and type differ: " + type.getSimpleName());
    }
  }

  private static GuardResult rejected(GuardError error) {
    return new GuardResult.Rejected(List.of(error), 0);
  }
}
