package org.groupdigest.job.stage.extractive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groupdigest.job.stage.extractive.KeyPhrases.Phrase;

/**
 * Gives a cluster its title: a phrase that several utterances share; else its question; else its
 * best sentence cut at a clause; else the best phrase there is.
 */
final class TopicTitles {

  private static final int LONGEST = 80;
  private static final int SHORTEST = 12;

  /**
   * A title; empty when the cluster has nothing that names it.
   *
   * @param best sentences of the cluster, best first
   * @param question a question of the cluster worth showing, or null
   * @param phrases its phrases, best first
   */
  Optional<String> title(List<Sentence> best, Sentence question, List<Phrase> phrases) {
    Optional<Phrase> shared =
        phrases.stream()
            .limit(5)
            .filter(one -> one.words() >= 2 && one.utterances() >= 2)
            .findFirst();
    if (shared.isPresent()) {
      return shared.map(phrase -> capitalised(phrase.text()));
    }
    if (question != null) {
      return Optional.of(Shortened.atClause(question.text(), LONGEST));
    }
    Optional<Phrase> word =
        phrases.stream().limit(1).filter(one -> one.utterances() >= 4).findFirst();
    if (word.isPresent()) {
      return word.map(phrase -> capitalised(phrase.text()));
    }
    return best.stream()
        .limit(1)
        .map(sentence -> Shortened.atClause(sentence.text(), LONGEST))
        .filter(title -> title.length() >= SHORTEST)
        .findFirst()
        .or(() -> phrases.stream().findFirst().map(phrase -> capitalised(phrase.text())));
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
