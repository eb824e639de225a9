package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.groupdigest.udfs.language.LanguageAnalyzer;
import org.groupdigest.udfs.language.Sentences;

/**
 * Summary of any conversation by its own best sentences, with the same choice of sentences that
 * writes the key points of a digest. Deterministic, offline.
 *
 * <pre>{@code
 * new ConversationSummarizer("en").summarize(turns, SummaryLength.fitting(turns))
 * }</pre>
 */
public final class ConversationSummarizer {

  private static final int MIN_WORDS = 4;
  private static final int SHORT_WORDS = 8;
  private static final double OPENING = 0.6;
  private static final double OPENING_TURNS = 5;

  private final LanguageAnalyzer analyzer;
  private final SentenceRanker ranker = new SentenceRanker();
  private final SentenceSelector selector = new SentenceSelector(0.6);

  /**
   * @param language ISO 639-1 code of the conversation
   */
  public ConversationSummarizer(String language) {
    this.analyzer = LanguageAnalyzer.of(LanguagePack.COMPLETE.contains(language) ? "en" : language);
  }

  /**
   * What somebody said.
   *
   * @param speaker who, or empty
   * @param text what
   */
  public record Turn(String speaker, String text) {}

  /**
   * A summary.
   *
   * @param text its sentences in the order of the conversation, with the speakers' names where
   *     there are several
   * @param turns indexes from 0 of the turns used, in order
   */
  public record Summary(String text, List<Integer> turns) {}

  private record Piece(int turn, int place, String text, List<String> stems, int words) {}

  /** Summarizes a conversation; empty for one without sentences. */
  public Summary summarize(List<Turn> turns, SummaryLength length) {
    List<Piece> pieces = pieces(turns);
    List<List<String>> stems = pieces.stream().map(Piece::stems).toList();
    double[] scores = ranker.rank(stems);
    for (int i = 0; i < scores.length; i++) {
      scores[i] = pieces.get(i).words() < MIN_WORDS ? 0 : scores[i] * weight(pieces.get(i));
    }
    int[] words = pieces.stream().mapToInt(Piece::words).toArray();
    SentenceSelector.Budget budget =
        new SentenceSelector.Budget(length.sentences(), length.words());
    return summary(turns, pieces, selector.choose(stems, scores, words, budget));
  }

  /** A length that suits the conversation when none is asked for. */
  public SummaryLength fittingLength(List<Turn> turns) {
    return SummaryLength.fitting(
        turns.stream().mapToInt(turn -> analyzer.terms(turn.text()).size()).sum());
  }

  /** Short sentences say little; what comes first often says what it is about. */
  private static double weight(Piece piece) {
    double length = piece.words() < SHORT_WORDS ? 0.6 : 1;
    double question = piece.text().endsWith("?") ? 0.85 : 1;
    return length * question * (1 + OPENING * Math.exp(-piece.turn() / OPENING_TURNS));
  }

  private List<Piece> pieces(List<Turn> turns) {
    List<Piece> pieces = new ArrayList<>();
    for (int turn = 0; turn < turns.size(); turn++) {
      for (String sentence : Sentences.of(turns.get(turn).text())) {
        int words = analyzer.terms(sentence).size();
        pieces.add(
            new Piece(turn, pieces.size(), sentence, analyzer.contentStems(sentence), words));
      }
    }
    return pieces;
  }

  private static Summary summary(List<Turn> turns, List<Piece> pieces, List<Integer> chosen) {
    boolean named = turns.stream().map(Turn::speaker).distinct().count() > 1;
    StringBuilder text = new StringBuilder();
    TreeSet<Integer> used = new TreeSet<>();
    String last = "";
    for (int index : new TreeSet<>(chosen)) {
      Piece piece = pieces.get(index);
      String speaker = turns.get(piece.turn()).speaker();
      text.append(text.isEmpty() ? "" : " ");
      if (named && !speaker.isBlank() && !speaker.equals(last)) {
        text.append(speaker).append(": ");
      }
      text.append(piece.text());
      last = speaker;
      used.add(piece.turn());
    }
    return new Summary(text.toString(), List.copyOf(used));
  }
}
