package org.groupdigest.job.render;

import java.util.regex.Pattern;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.text.CleanText;

/** Why a window has no digest to read, in one honest sentence. */
final class ReasonWords {

  /** Note of a stage that the built-in engine did in part for a model. */
  private static final String PARTLY = "partly_fallback";

  /** Names under which no model answers. */
  private static final Pattern NO_MODEL = Pattern.compile("rules|none|extractive.*");

  private ReasonWords() {}

  static String of(DigestRecord digest, Messages messages) {
    String detail = detail(digest.statusReason());
    String key = "reason." + digest.status().wireName();
    if (digest.status() == DigestStatus.BLOCKED_QUALITY && detail.equals("no_evaluation")) {
      return messages.get(key + ".no_evaluation");
    }
    if (digest.status() == DigestStatus.BLOCKED_FAILURE && isBuiltIn(digest)) {
      return messages.get(key + ".built_in");
    }
    return messages.get(key, detail.isEmpty() ? "?" : detail);
  }

  /** Whether no model was there to be asked: the built-in engine did what was done. */
  private static boolean isBuiltIn(DigestRecord digest) {
    return digest.calls().isEmpty()
        && !digest.artifacts().isEmpty()
        && digest.artifacts().stream().allMatch(one -> NO_MODEL.matcher(one.modelId()).matches())
        && digest.artifacts().stream()
            .noneMatch(
                one -> one.outcome() == StageOutcome.FALLBACK || one.notes().contains(PARTLY));
  }

  private static String detail(String reason) {
    String clean = CleanText.clip(CleanText.of(reason), 200);
    return clean.startsWith("missing_scopes: ") ? clean.substring(16) : clean;
  }
}
