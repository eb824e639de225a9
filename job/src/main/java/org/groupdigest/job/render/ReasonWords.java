package org.groupdigest.job.render;

import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.text.CleanText;

/** Why a window has no digest to read, in one honest sentence. */
final class ReasonWords {

  private ReasonWords() {}

  static String of(DigestRecord digest, Messages messages) {
    String detail = detail(digest.statusReason());
    String key = "reason." + digest.status().wireName();
    if (digest.status() == DigestStatus.BLOCKED_QUALITY && detail.equals("no_evaluation")) {
      return messages.get(key + ".no_evaluation");
    }
    return messages.get(key, detail.isEmpty() ? "?" : detail);
  }

  private static String detail(String reason) {
    String clean = CleanText.clip(CleanText.of(reason), 200);
    return clean.startsWith("missing_scopes: ") ? clean.substring(16) : clean;
  }
}
