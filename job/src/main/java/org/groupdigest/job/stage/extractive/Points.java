package org.groupdigest.job.stage.extractive;

import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.udfs.language.Sentences;

/**
 * Writes what was said as lines of a digest. A sentence in the first or second person gets the name
 * of who said it, because "I" means nothing to a reader; a question goes with its answer.
 */
final class Points {

  private final CueWords cues;

  Points(CueWords cues) {
    this.cues = cues;
  }

  /** A sentence as a claim. */
  Claim statement(Utterance utterance, Sentence sentence) {
    return new Claim(statementText(utterance, sentence), utterance.messageIds());
  }

  /** A sentence as a line. */
  String statementText(Utterance utterance, Sentence sentence) {
    boolean personal = sentence.isQuestion() || cues.in("first-person", sentence.text());
    return personal ? utterance.author() + ": " + sentence.text() : sentence.text();
  }

  /** A decision as a claim, without the word that marks it as one: the reader sees a label. */
  Claim decision(DecisionFinder.Decision decision) {
    String text = decision.sentence().text();
    String bare =
        text.substring(cues.leadingLength("decision.label", text)).replaceFirst("^[\\s:—–-]+", "");
    boolean labelled = !bare.isEmpty() && bare.length() < text.length();
    String shown = labelled ? Shortened.capitalised(bare) : text;
    boolean personal = cues.in("first-person", shown) && !cues.in("decision", shown);
    return new Claim(
        personal ? decision.utterance().author() + ": " + shown : shown,
        decision.utterance().messageIds());
  }

  /** A question with its answer, or alone, as a claim. */
  Claim exchange(Exchange exchange) {
    String text = exchange.asker().author() + ": " + exchange.question().text();
    if (exchange.isAnswered()) {
      text += " → " + exchange.answerer().author() + ": " + exchange.answer().text();
    }
    return new Claim(text, exchange.messageIds());
  }

  /** Sentences as one text: each ends with a mark. */
  static String joined(List<String> sentences) {
    StringBuilder text = new StringBuilder();
    for (String sentence : sentences) {
      text.append(text.isEmpty() ? "" : Sentences.gap(text.toString(), sentence)).append(sentence);
      int last = sentence.codePointBefore(sentence.length());
      text.append(sentences.size() > 1 ? Sentences.stop(last) : "");
    }
    return text.toString();
  }
}
