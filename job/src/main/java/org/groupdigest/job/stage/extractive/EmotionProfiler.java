package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.stage.extractive.EmotionScorer.Feeling;

/** Answers {@code emotion_agent}: the mood of a window from the feelings of its messages. */
final class EmotionProfiler {

  private static final double TONE_MARGIN = 0.08;
  private static final double HIGH = 0.5;

  private final Reading reading;
  private final EmotionLexicon lexicon;
  private final EmotionScorer scorer;

  EmotionProfiler(Reading reading) {
    this.reading = reading;
    this.lexicon = reading.pack().emotions();
    this.scorer = new EmotionScorer(lexicon);
  }

  /** The profile; all zero and neutral for a window without text. */
  EmotionProfile profile() {
    List<String> texts = new ArrayList<>();
    for (Utterance utterance : reading.conversation().utterances()) {
      if (!utterance.automatic()) {
        texts.add(utterance.raw());
      }
    }
    if (texts.isEmpty() || reading.feed()) {
      return new EmotionProfile("neutral", 0, 0, 0, 0, 0, List.of());
    }
    double conflict = share("conflict", texts, 6);
    double stress = share("stress", texts, 5);
    double enthusiasm = share("enthusiasm", texts, 4);
    return new EmotionProfile(
        tone(texts),
        intensity(texts),
        conflict,
        share("collaboration", texts, 2.5),
        stress,
        enthusiasm,
        notes(conflict, stress, enthusiasm));
  }

  private String tone(List<String> texts) {
    double sum = 0;
    double felt = 0;
    for (String text : texts) {
      Feeling feeling = scorer.score(text);
      sum += Math.signum(Math.rint(feeling.positive() - feeling.negative()));
      felt += feeling.positive() + feeling.negative() > 0 ? 1 : 0;
    }
    double balance = felt == 0 ? 0 : sum / Math.max(felt, texts.size() / 3.0);
    if (Math.abs(balance) < TONE_MARGIN * 2) {
      return "neutral";
    }
    return balance > 0 ? "positive" : "negative";
  }

  private double intensity(List<String> texts) {
    double sum = 0;
    for (String text : texts) {
      Feeling feeling = scorer.score(text);
      double words = Math.max(4, text.split("\\s+").length);
      double density = (feeling.positive() + feeling.negative()) / words;
      sum += Math.min(1, 3 * density + feeling.emphasis() / 2);
    }
    return Rounded.share(1.5 * sum / texts.size() + reactions());
  }

  private double reactions() {
    int count = 0;
    for (Message message : reading.context().messages()) {
      count += message.reactionCount();
    }
    return Math.min(0.2, 0.05 * count / Math.max(1, reading.context().messages().size()));
  }

  /** Share of messages with words of the kind, stretched so that ordinary peaks reach 1. */
  private double share(String kind, List<String> texts, double stretch) {
    long with = texts.stream().filter(text -> lexicon.count(kind, text) > 0).count();
    // Added messages keep one loud word in a short window from looking like a storm.
    return Rounded.share(stretch * with / (texts.size() + 4.0));
  }

  private List<String> notes(double conflict, double stress, double enthusiasm) {
    List<String> notes = new ArrayList<>();
    note(notes, "emotion.conflict", conflict);
    note(notes, "emotion.stress", stress);
    note(notes, "emotion.enthusiasm", enthusiasm);
    return notes;
  }

  private void note(List<String> notes, String key, double value) {
    if (value >= HIGH) {
      reading.pack().wording().say(key).ifPresent(notes::add);
    }
  }
}
