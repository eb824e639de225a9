package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.udfs.language.Sentences;
import org.groupdigest.udfs.language.WordMarks;

/**
 * Writes what was said as lines of a digest, in the mouth of those who said it: wherever several
 * people write, each sentence follows the name of its author; where one writes alone, those in the
 * first or second person do, because "I" means nothing to a reader. A question goes with its
 * answer.
 */
final class Points {

  /** End of a sentence that needs no mark of ours. */
  private static final Pattern CLOSED = Pattern.compile("([.!?…。！？؟।:;,]|[.!?…。！？؟।][»”\")\\]]+)$");

  private final Reading reading;
  private final CueWords cues;

  Points(Reading reading) {
    this.reading = reading;
    this.cues = reading.pack().cues();
  }

  /** A sentence as a claim. */
  Claim statement(Sentence sentence) {
    return statement(sentence, sentence.text());
  }

  /** A sentence as a claim, in a shorter form. */
  Claim statement(Sentence sentence, String text) {
    Utterance utterance = reading.conversation().of(sentence);
    return new Claim(said(utterance, text), utterance.messageIds());
  }

  /** Words of an utterance after the name of their author. */
  String said(Utterance utterance, String text) {
    return isNamed(utterance, text) ? speaker(utterance) + ": " + text : text;
  }

  private boolean isNamed(Utterance utterance, String text) {
    return reading.several()
        || !utterance.isOwn()
        || text.endsWith("?")
        || cues.in("first-person", text);
  }

  /**
   * The name before a colon: of the author, and of the one whose words they passed on or the thing
   * on which they stand.
   */
  String speaker(Utterance utterance) {
    if (utterance.isOwn()) {
      return utterance.author();
    }
    if (!utterance.isForwarded()) {
      return reading
          .pack()
          .wording()
          .say("attached", utterance.author())
          .orElse(utterance.author() + " (\uD83D\uDCCE)");
    }
    String origin = utterance.forwardedFrom();
    return reading
        .pack()
        .wording()
        .say("forwarded", utterance.author(), origin)
        .orElse(utterance.author() + " (← " + origin + ")");
  }

  /** Sentences as one claim, in their order; each author is named where their words begin. */
  Claim statements(List<Sentence> sentences) {
    List<String> texts = new ArrayList<>();
    List<Utterance> sources = new ArrayList<>();
    String last = null;
    for (Sentence sentence : sentences) {
      Utterance utterance = reading.conversation().of(sentence);
      boolean goesOn = speaker(utterance).equals(last);
      boolean named = !goesOn && isNamed(utterance, sentence.text());
      texts.add(named ? said(utterance, sentence.text()) : sentence.text());
      sources.add(utterance);
      last = named || goesOn ? speaker(utterance) : null;
    }
    return new Claim(joined(texts), Conversation.ids(sources));
  }

  /** A decision as a claim, without the word that marks it as one: the reader sees a label. */
  Claim decision(DecisionFinder.Decision decision) {
    return statement(decision.sentence(), decided(decision));
  }

  /** What was decided, without the word that marks it. */
  String decided(DecisionFinder.Decision decision) {
    String text = decision.sentence().text();
    String bare =
        text.substring(cues.leadingLength("decision.label", text))
            .replaceFirst("^[\\s,;:—–-]+", "");
    boolean labelled = !bare.isEmpty() && bare.length() < text.length();
    return labelled ? Shortened.capitalised(bare) : text;
  }

  /** An action: the owner is named before it, so its author is named where that is another. */
  ActionItem action(ActionFinder.Action action) {
    Utterance source = action.sources().get(0);
    boolean own = source.author().equals(action.owner()) && source.isOwn();
    return new ActionItem(
        action.owner(),
        own ? action.text() : said(source, action.text()),
        action.due(),
        Conversation.ids(action.sources()));
  }

  private static String stop(String sentence) {
    int last = sentence.codePointBefore(sentence.length());
    boolean word = Character.isLetterOrDigit(last) || WordMarks.isMark(last);
    return word ? Sentences.stop(last) : ".";
  }

  /** A question with its answer, or alone, as a claim. */
  Claim exchange(Exchange exchange) {
    String text = speaker(exchange.asker()) + ": " + exchange.question().text();
    if (exchange.isAnswered()) {
      text += " → " + speaker(exchange.answerer()) + ": " + exchange.answer().text();
    }
    return new Claim(text, exchange.messageIds());
  }

  /** Sentences as one text: each ends with a mark. */
  static String joined(List<String> sentences) {
    StringBuilder text = new StringBuilder();
    for (String sentence : sentences) {
      text.append(text.isEmpty() ? "" : Sentences.gap(text.toString(), sentence)).append(sentence);
      boolean open = sentences.size() > 1 && !CLOSED.matcher(sentence).find();
      text.append(open ? stop(sentence) : "");
    }
    return text.toString();
  }
}
