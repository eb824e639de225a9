package org.groupdigest.job.stage.extractive;

import java.util.regex.Pattern;
import org.groupdigest.udfs.language.WordMarks;

/**
 * How well a sentence stands alone in a digest, 0 (never show it) to 1. Greetings, commands to
 * bots, fragments and rows of signs are unfit; sentences that lean on what was said before, or
 * break off, lose most of their weight.
 */
final class SentenceFitness {

  private static final Pattern CODE =
      Pattern.compile("[{};]\\s*$|^[$<{(]|=>|->|::|\\w\\(\\)|</?\\w+>|\\s==?\\s");
  private static final int MIN_WORDS = 4;
  private static final int MAX_CHARACTERS = 300;
  private static final int LONG_CHARACTERS = 220;

  private final CueWords cues;

  SentenceFitness(CueWords cues) {
    this.cues = cues;
  }

  /** Fitness of a sentence. */
  double of(Sentence sentence, Utterance utterance) {
    String text = sentence.text();
    if (isUnfit(sentence, text) || utterance.automatic()) {
      return 0;
    }
    double fitness = length(sentence);
    if (cues.begins("context-bound", text)) {
      fitness *= 0.5;
    }
    if (breaksOff(text)) {
      fitness *= 0.3;
    }
    if (Links.begins(text) || cues.begins("action.label", text)) {
      fitness *= 0.4;
    }
    if (CODE.matcher(text).find()) {
      fitness *= 0.4;
    }
    if (isUnbalanced(text)) {
      fitness *= 0.3;
    }
    if (cues.in("unhelpful", text)) {
      fitness *= 0.4;
    }
    if (cues.in("thanks", text)) {
      fitness *= 0.6;
    }
    return fitness * (0.4 + 0.6 * Math.min(1, sentence.stems().size() / 5.0));
  }

  private boolean isUnfit(Sentence sentence, String text) {
    return sentence.words() < MIN_WORDS
        || sentence.stems().size() < 2
        || text.length() > MAX_CHARACTERS
        || text.startsWith("!")
        || text.startsWith("/")
        || cues.isAll("chatter", text)
        || letterShare(text) < 0.6;
  }

  private static double length(Sentence sentence) {
    if (sentence.text().length() > LONG_CHARACTERS) {
      return 0.6;
    }
    return sentence.words() < 7 ? 0.75 : 1;
  }

  private boolean breaksOff(String text) {
    char end = text.charAt(text.length() - 1);
    if (":,-(：，、（".indexOf(end) >= 0 || text.endsWith("...") || end == '…') {
      return true;
    }
    String last = text.substring(text.lastIndexOf(' ') + 1);
    return Character.isLetter(end) && cues.isAll("dangling", last);
  }

  private static boolean isUnbalanced(String text) {
    return count(text, '«') != count(text, '»')
        || count(text, '(') != count(text, ')')
        || count(text, '"') % 2 != 0;
  }

  private static long count(String text, char mark) {
    return text.chars().filter(c -> c == mark).count();
  }

  private static double letterShare(String text) {
    long letters =
        text.codePoints()
            .filter(c -> Character.isLetter(c) || WordMarks.isMark(c) || c == ' ')
            .count();
    return letters / (double) text.codePointCount(0, text.length());
  }
}
