package org.groupdigest.job.stage.extractive;

import java.util.Locale;

/**
 * Reads the feeling of one message off its words, signs and punctuation. A negated good word counts
 * as bad, a negated bad word as nothing.
 */
final class EmotionScorer {

  private static final double QUESTION_MARK = 1.5;
  private static final double PUZZLED_WORD = 0.5;

  private final EmotionLexicon lexicon;

  EmotionScorer(EmotionLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Feeling of a message; every count is a weight from 0.
   *
   * @param positive good words
   * @param negative bad words
   * @param ambiguous surprise, doubt and curiosity
   * @param emphasis exclamation marks and capitals, 0..1
   */
  record Feeling(double positive, double negative, double ambiguous, double emphasis) {

    /** One of positive, negative, ambiguous, neutral. */
    String label() {
      double mood = Math.abs(positive - negative);
      if (mood < 0.5 && ambiguous < 1.5) {
        return "neutral";
      }
      if (ambiguous > Math.max(positive, negative) + 0.5) {
        return "ambiguous";
      }
      if (mood < 0.5) {
        return ambiguous >= 1.5 ? "ambiguous" : "neutral";
      }
      return positive > negative ? "positive" : "negative";
    }
  }

  /** Scores a text as it came, smileys and capitals included. */
  Feeling score(String text) {
    int good = lexicon.count("positive", text);
    int goodNegated = lexicon.negated("positive", text);
    int bad = lexicon.count("negative", text);
    int badNegated = lexicon.negated("negative", text);
    double puzzled = PUZZLED_WORD * lexicon.count("ambiguous", text);
    double emphasis = emphasis(text);
    double doubt = text.contains("?") ? QUESTION_MARK + puzzled : puzzled;
    return new Feeling(
        good - goodNegated + (good > goodNegated ? emphasis / 2 : 0),
        bad - badNegated + goodNegated * 0.75,
        doubt,
        emphasis);
  }

  private static double emphasis(String text) {
    long marks = text.chars().filter(c -> c == '!').count();
    boolean shouting =
        text.length() > 8
            && text.equals(text.toUpperCase(Locale.ROOT))
            && text.chars().filter(Character::isLetter).count() > 6;
    return Math.min(1, marks / 3.0 + (shouting ? 0.5 : 0));
  }
}
