package org.groupdigest.job.render;

import org.groupdigest.job.model.EmotionProfile;

/** The tone of a window in one sentence. */
final class ToneWords {

  private static final double STRONG = 0.5;
  private static final double NOTABLE = 0.35;

  private ToneWords() {}

  static String of(EmotionProfile e, Messages messages) {
    String key = "tone." + e.tone() + modifier(e);
    return messages.has(key) ? messages.get(key) : messages.get("tone.neutral");
  }

  private static String modifier(EmotionProfile e) {
    return switch (e.tone()) {
      case "positive" -> e.enthusiasm() >= STRONG ? ".enthusiasm" : "";
      case "negative" ->
          e.conflict() >= STRONG
              ? ".conflict"
              : e.collaboration() >= NOTABLE ? ".collaboration" : "";
      default -> neutral(e);
    };
  }

  private static String neutral(EmotionProfile e) {
    if (e.conflict() >= NOTABLE) {
      return ".conflict";
    }
    if (e.stress() >= STRONG) {
      return ".stress";
    }
    return e.collaboration() >= STRONG ? ".collaboration" : "";
  }
}
