package org.groupdigest.job.stage.extractive;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groupdigest.job.stage.extractive.KeyPhrases.Phrase;

/**
 * Gives a cluster its title: in a talk a phrase that several utterances share, else its question;
 * in a feed the shortest telling lead; else the best sentence cut at a clause; else the best
 * phrase.
 */
final class TopicTitles {

  private static final int LONGEST = 80;
  private static final int SHORTEST = 12;
  private static final int BRIEF = 45;
  private static final double PERSONAL = 0.5;
  private static final int SHARED_PHRASES = 6;

  private final Reading reading;

  TopicTitles(Reading reading) {
    this.reading = reading;
  }

  /**
   * A title; empty when the cluster has nothing that names it.
   *
   * @param cluster its utterances
   * @param question a question of the cluster worth showing, or null
   * @param phrases its phrases, best first
   */
  Optional<String> title(List<Utterance> cluster, Sentence question, List<Phrase> phrases) {
    Optional<String> shared = reading.feed() ? Optional.empty() : shared(phrases);
    if (shared.isPresent()) {
      return shared;
    }
    if (question != null) {
      return Optional.of(Shortened.atClause(question.text(), LONGEST));
    }
    return sentence(cluster)
        .or(() -> phrases.stream().findFirst().map(phrase -> capitalised(phrase.text())));
  }

  /** Two words and more that come again; or one that is plainly a name, such as ALSA or DS-701. */
  private static Optional<String> shared(List<Phrase> phrases) {
    return phrases.stream()
        .limit(SHARED_PHRASES)
        .filter(
            one ->
                one.isNoun()
                    && (one.words() >= 2
                        ? one.utterances() >= 2
                        : one.utterances() >= 3 && isName(one)))
        .findFirst()
        .map(one -> capitalised(one.text()));
  }

  private static boolean isName(Phrase phrase) {
    String text = phrase.text();
    return text.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
        || text.chars().anyMatch(c -> c == '-' || c == '_' || c == '.');
  }

  private Optional<String> sentence(List<Utterance> cluster) {
    return reading.scored(cluster).stream()
        .filter(one -> one.sentence().position() == 0 || !reading.feed())
        .max(Comparator.comparingDouble(this::asTitle))
        .map(one -> Shortened.atClause(one.sentence().text(), LONGEST))
        .filter(title -> title.length() >= SHORTEST);
  }

  /** A title that need not be cut is worth more than a somewhat better sentence. */
  private double asTitle(Reading.Scored scored) {
    int length = scored.sentence().text().length();
    double brevity = length <= BRIEF ? 1.3 : length <= LONGEST ? 1.2 : 0.7;
    boolean personal = reading.pack().cues().in("first-person", scored.sentence().text());
    return scored.score() * brevity * (personal ? PERSONAL : 1);
  }

  private static String capitalised(String text) {
    String first = text.split(" ", 2)[0];
    if (!first.chars().allMatch(Character::isLowerCase)) {
      return text;
    }
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
