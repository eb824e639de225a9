package org.groupdigest.job.stage.extractive;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.groupdigest.job.stage.extractive.KeyPhrases.Phrase;
import org.groupdigest.udfs.language.Sentences;

/**
 * Gives a cluster its title. In a talk: a phrase that several utterances share; a phrase that names
 * a thing they speak of; a short statement; the question. In a feed the shortest telling lead. The
 * words are those of the messages.
 */
final class TopicTitles {

  private static final int LONGEST = 60;
  private static final int LONGEST_LEAD = 80;
  private static final int SHORTEST = 12;
  private static final int BRIEF = 45;
  private static final double PERSONAL = 0.5;
  private static final int SHARED_PHRASES = 150;
  private static final int NAMED_PHRASES = 200;
  private static final int LEAST_CARRIED = 2;

  private final Reading reading;
  private final Points points;

  TopicTitles(Reading reading) {
    this.reading = reading;
    this.points = new Points(reading);
  }

  /**
   * A title; empty when the cluster has nothing that names it.
   *
   * @param cluster its utterances
   * @param question a question of the cluster worth showing, or null
   * @param phrases its phrases, best first
   * @param taken titles that other clusters have
   */
  Optional<Title> title(
      List<Utterance> cluster, Sentence question, List<Phrase> phrases, Set<String> taken) {
    Predicate<Title> free = title -> !taken.contains(title.text());
    if (reading.feed()) {
      return lead(cluster).or(() -> first(phrases.stream(), free));
    }
    return first(shared(phrases), free)
        .or(() -> first(named(phrases), free))
        .or(() -> first(names(phrases), free))
        .or(() -> statement(cluster).filter(free))
        .or(() -> asked(question).filter(free))
        .or(() -> first(phrases.stream().filter(Phrase::isNoun), free))
        .or(() -> lead(cluster).filter(free));
  }

  /**
   * A title.
   *
   * @param text what is shown: a phrase, or a sentence after the name of its author
   * @param words the words of the chat in it
   */
  record Title(String text, String words) {}

  private static Optional<Title> first(Stream<Phrase> phrases, Predicate<Title> free) {
    return phrases
        .map(one -> capitalised(one.text()))
        .map(one -> new Title(one, one))
        .filter(one -> one.words().length() <= LONGEST && free.test(one))
        .findFirst();
  }

  /** A sentence as a title; none where shortening would cut off who said it. */
  private Optional<Title> sentence(Sentence sentence, int longest) {
    String words = Shortened.atClause(sentence.text(), longest);
    boolean misleading =
        words.length() < sentence.text().length() - 1
            && reading.pack().reported().isIn(sentence.text());
    String said = points.said(reading.conversation().of(sentence), words);
    boolean decided = reading.decisions().stream().anyMatch(one -> one.sentence().equals(sentence));
    return misleading || decided || Links.hide(said)
        ? Optional.empty()
        : Optional.of(new Title(said, words));
  }

  /** Two words and more that come again. */
  private static Stream<Phrase> shared(List<Phrase> phrases) {
    return phrases.stream()
        .limit(SHARED_PHRASES)
        .filter(one -> one.isNoun() && one.words() >= 2 && one.utterances() >= 2);
  }

  /** What plainly names a thing, of which a word comes again. */
  private static Stream<Phrase> named(List<Phrase> phrases) {
    return phrases.stream()
        .limit(NAMED_PHRASES)
        .filter(
            one ->
                one.isNoun() && one.isNamed() && one.words() >= 2 && one.carried() >= LEAST_CARRIED)
        .sorted(
            Comparator.comparingDouble(
                (Phrase one) -> -one.score() * one.carried() * one.carried()));
  }

  /** A single word that is plainly a name, such as ALSA or DS-701. */
  private static Stream<Phrase> names(List<Phrase> phrases) {
    return phrases.stream()
        .limit(SHARED_PHRASES)
        .filter(one -> one.isNoun() && one.words() == 1 && one.utterances() >= 3 && isName(one));
  }

  private static boolean isName(Phrase phrase) {
    String text = phrase.text();
    return text.length() > 3
        && (text.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))
            || text.chars().anyMatch(c -> c == '-' || c == '_' || c == '.'));
  }

  /** A sentence that is short, whole, and says something of a thing, not of who speaks. */
  private Optional<Title> statement(List<Utterance> cluster) {
    return reading.scored(cluster).stream()
        .map(Reading.Scored::sentence)
        .filter(one -> !one.isQuestion() && one.text().length() <= LONGEST + 1)
        .filter(one -> !reading.pack().cues().in("first-person", one.text()))
        .filter(one -> !reading.pack().cues().begins("context-bound", one.text()))
        .flatMap(one -> sentence(one, LONGEST).stream())
        .filter(title -> Shortened.letters(title.words()) >= SHORTEST)
        .findFirst();
  }

  private Optional<Title> asked(Sentence question) {
    return Optional.ofNullable(question)
        .flatMap(one -> sentence(one, LONGEST))
        .filter(title -> Sentences.isQuestion(title.words()));
  }

  private Optional<Title> lead(List<Utterance> cluster) {
    return reading.scored(cluster).stream()
        .filter(one -> one.sentence().position() == 0 || !reading.feed())
        .max(Comparator.comparingDouble(this::asTitle))
        .flatMap(one -> sentence(one.sentence(), LONGEST_LEAD))
        .filter(title -> Shortened.letters(title.words()) >= SHORTEST);
  }

  /** A title that need not be cut is worth more than a somewhat better sentence. */
  private double asTitle(Reading.Scored scored) {
    int length = scored.sentence().text().length();
    double brevity = length <= BRIEF ? 1.3 : length <= LONGEST_LEAD ? 1.2 : 0.7;
    boolean personal = reading.pack().cues().in("first-person", scored.sentence().text());
    return scored.score() * brevity * (personal ? PERSONAL : 1);
  }

  private static String capitalised(String text) {
    String first = text.split(" ", 2)[0];
    if (!first.chars().allMatch(Character::isLowerCase)) {
      return text;
    }
    return Shortened.capitalised(text);
  }
}
