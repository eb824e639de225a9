package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.udfs.language.Term;

/**
 * Finds the phrases that tell one cluster from the rest of the window: runs of up to four words
 * with content, as they were written, weighed by in how many utterances they are and how rare their
 * words are elsewhere.
 */
final class KeyPhrases {

  private static final int LONGEST = 4;
  private static final Pattern VERSION = Pattern.compile("\\p{N}+(?:[.]\\p{N}+)+");
  private static final double NOMINAL = 1000;

  private final CueWords cues;
  private final Set<String> names = new HashSet<>();
  private final TermWeights weights;

  KeyPhrases(Reading reading) {
    this.cues = reading.pack().cues();
    for (String author : reading.conversation().authors()) {
      names.add(author.toLowerCase(Locale.ROOT));
    }
    this.weights =
        TermWeights.of(
            reading.conversation().utterances().stream().map(KeyPhrases::stems).toList());
  }

  /**
   * A phrase.
   *
   * @param text as it was written most often
   * @param words how many words
   * @param utterances in how many utterances it is
   * @param score its weight
   * @param isNoun whether it may name a thing, judged by its endings
   * @param isNamed whether it stands somewhere as the name of a thing does: after an article, with
   *     an adjective that agrees, or before a version number
   * @param carried in how many utterances its commonest word is
   */
  record Phrase(
      String text,
      int words,
      int utterances,
      double score,
      boolean isNoun,
      boolean isNamed,
      int carried) {}

  /** What is known of a phrase while it is being counted. */
  private static final class Count {
    private final Map<String, Integer> surfaces = new LinkedHashMap<>();
    private final Set<Integer> utterances = new HashSet<>();
    private final Set<String> stems = new HashSet<>();
    private double rarity;
    private int words;
    private boolean named;
  }

  /** The phrases of a cluster, best first. */
  List<Phrase> of(List<Utterance> cluster) {
    Map<String, Count> counts = new LinkedHashMap<>();
    for (Utterance utterance : cluster) {
      for (Sentence sentence :
          utterance.automatic() ? List.<Sentence>of() : utterance.sentences()) {
        count(sentence, utterance.index(), counts);
      }
    }
    List<Phrase> phrases = new ArrayList<>();
    counts.values().forEach(count -> phrases.add(phrase(count, carried(count, counts))));
    phrases.sort(
        Comparator.comparingDouble((Phrase one) -> -one.score()).thenComparing(Phrase::text));
    return phrases;
  }

  private static int carried(Count count, Map<String, Count> counts) {
    return count.stems.stream()
        .map(stem -> counts.get(stem + ' '))
        .filter(Objects::nonNull)
        .mapToInt(one -> one.utterances.size())
        .max()
        .orElse(0);
  }

  private static List<String> stems(Utterance utterance) {
    List<String> stems = new ArrayList<>();
    utterance.sentences().forEach(sentence -> stems.addAll(sentence.stems()));
    return stems;
  }

  private void count(Sentence sentence, int utterance, Map<String, Count> counts) {
    List<Term> terms = sentence.terms();
    for (int start = 0; start < terms.size(); start++) {
      for (int end = start; end < Math.min(terms.size(), start + LONGEST); end++) {
        boolean version = end == start + 1 && VERSION.matcher(terms.get(end).surface()).matches();
        if (!(version || isContent(terms.get(end)))
            || (end > start && !adjacent(sentence, terms, end))) {
          break;
        }
        add(counts, sentence, start, end, utterance);
        if (version) {
          break;
        }
      }
    }
  }

  private static boolean adjacent(Sentence sentence, List<Term> terms, int at) {
    String between = sentence.text().substring(terms.get(at - 1).end(), terms.get(at).start());
    return between.isEmpty() || between.equals(" ");
  }

  private boolean isContent(Term term) {
    String surface = term.surface();
    return !term.stop()
        && Shortened.letters(surface) > 2
        && surface.chars().anyMatch(Character::isLetter)
        && !surface.contains("'")
        && !surface.matches("\\p{N}.*")
        && !cues.isAll("weak-word", surface)
        && !names.contains(surface.toLowerCase(Locale.ROOT));
  }

  private void add(
      Map<String, Count> counts, Sentence sentence, int start, int end, int utterance) {
    List<Term> run = sentence.terms().subList(start, end + 1);
    StringBuilder key = new StringBuilder();
    double rarity = 0;
    for (Term term : run) {
      key.append(term.stem()).append(' ');
      rarity += weights.idf(term.stem());
    }
    String surface = sentence.text().substring(run.get(0).start(), run.get(run.size() - 1).end());
    Count count = counts.computeIfAbsent(key.toString(), k -> new Count());
    count.surfaces.merge(surface, 1, Integer::sum);
    count.utterances.add(utterance);
    count.rarity = rarity;
    count.words = run.size();
    run.forEach(term -> count.stems.add(term.stem()));
    count.named |= NominalForm.agrees(surface) || isNamedAt(sentence, start, end);
  }

  /** After an article or the like, and with nothing behind it that might belong to it. */
  private boolean isNamedAt(Sentence sentence, int start, int end) {
    List<Term> terms = sentence.terms();
    boolean led =
        start > 0
            && adjacent(sentence, terms, start)
            && cues.isAll("determiner", terms.get(start - 1).surface());
    boolean open =
        end + 1 < terms.size()
            && adjacent(sentence, terms, end + 1)
            && isContent(terms.get(end + 1));
    return led && !open;
  }

  private Phrase phrase(Count count, int carried) {
    String surface = surface(count);
    int spread = count.utterances.size();
    double average = count.rarity / count.words;
    double length = Math.min(count.words, 3) * 0.5 + 0.5;
    return new Phrase(
        surface,
        count.words,
        spread,
        spread * average * length,
        isNoun(surface),
        count.named,
        carried);
  }

  /** The commonest form that may name a thing, else the commonest. */
  private String surface(Count count) {
    String best = "";
    double most = 0;
    for (Map.Entry<String, Integer> entry : count.surfaces.entrySet()) {
      double weight = entry.getValue() + (isNoun(entry.getKey()) ? NOMINAL : 0);
      if (weight > most) {
        most = weight;
        best = entry.getKey();
      }
    }
    return best;
  }

  private boolean isNoun(String surface) {
    String first = surface.split(" ", 2)[0];
    String last = surface.substring(surface.lastIndexOf(' ') + 1);
    return !cues.isAll("phrase-start-bad", first) && !cues.isAll("phrase-end-bad", last);
  }
}
