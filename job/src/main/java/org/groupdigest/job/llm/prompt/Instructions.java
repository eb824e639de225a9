package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.StageRequest;

/** The words of one prompt, everything but the data. */
final class Instructions {

  private static final int HASH_LENGTH = 8;
  private static final int MAX_ERRORS = 30;

  private final StageRequest request;
  private final PromptTexts texts;
  private final Map<String, String> limits;
  private final boolean correction;
  private final boolean cut;

  Instructions(StageRequest request, PromptTexts texts, AnswerLimits limits) {
    this.request = request;
    this.texts = texts;
    this.limits = limits.values();
    this.correction = RequestSections.isCorrection(request);
    this.cut = isRepair() && new RefusedAnswer(request.refusedAnswer()).isCut();
  }

  boolean isRepair() {
    return request.refusedAnswer() != null;
  }

  /** What kind of call it is, and the language of the words. */
  String promptId() {
    String name = correction ? "correction" : CallName.of(request.stages());
    return (isRepair() ? "repair-" : "") + name + "/" + texts.language();
  }

  /** The version of the texts with a checksum of those that this prompt uses. */
  String version() {
    String used =
        parts().stream().map(texts.templates()::get).collect(Collectors.joining("\u0000"));
    return PromptLibrary.VERSION + "-" + Checksums.sha256(used).substring(0, HASH_LENGTH);
  }

  /** The rules. */
  String system() {
    return texts.fill(PromptPart.SYSTEM, Map.of("language", texts.answerLanguage()));
  }

  /** The task, for data with these sections. */
  String task(List<SectionName> sections) {
    List<String> lines = new ArrayList<>(heading());
    if (correction) {
      lines.add(texts.fill(PromptPart.CORRECTION, Map.of()));
    }
    request.stages().forEach(stage -> lines.add(texts.fill(PromptPart.of(stage), limits)));
    if (isCombined()) {
      lines.add(texts.fill(PromptPart.TOGETHER, Map.of("members", members())));
    }
    sections.forEach(section -> lines.add(texts.legend(section)));
    return String.join("\n", lines);
  }

  /** What to do about the refused answer. */
  String repair(TextBound bound, int errorTokens) {
    List<String> lines = new ArrayList<>(heading());
    if (cut) {
      lines.add(texts.fill(PromptPart.CUT, Map.of()));
    }
    String errors =
        request.notes().stream()
            .limit(MAX_ERRORS)
            .map(error -> "- " + bound.column(error, errorTokens))
            .collect(Collectors.joining("\n"));
    lines.add(texts.fill(PromptPart.REPAIR, Map.of("errors", errors)));
    return String.join("\n", lines);
  }

  private List<String> heading() {
    String stages =
        request.stages().stream().map(Stage::wireName).collect(Collectors.joining(", "));
    return List.of("STAGES: " + stages, "LANGUAGE: " + request.language());
  }

  private boolean isCombined() {
    return request.stages().size() > 1;
  }

  private String members() {
    return request.stages().stream()
        .map(stage -> "\"" + stage.wireName() + "\":{…}")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private Set<PromptPart> parts() {
    Set<PromptPart> parts = EnumSet.of(PromptPart.SYSTEM, PromptPart.SECTIONS);
    request.stages().forEach(stage -> parts.add(PromptPart.of(stage)));
    addIf(isCombined(), PromptPart.TOGETHER, parts);
    addIf(correction, PromptPart.CORRECTION, parts);
    addIf(isRepair(), PromptPart.REPAIR, parts);
    addIf(isRepair(), PromptPart.CUT, parts);
    return parts;
  }

  private static void addIf(boolean used, PromptPart part, Set<PromptPart> parts) {
    if (used) {
      parts.add(part);
    }
  }
}
