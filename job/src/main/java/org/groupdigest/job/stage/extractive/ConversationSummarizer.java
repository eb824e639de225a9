package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /**
   * A sentence, with the turns it runs over: transcripts and mails break lines inside sentences.
   */
  private record Piece(int turn, int lastTurn, String text, List<String> stems, int words) {}

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
    double question = Sentences.isQuestion(piece.text()) ? 0.85 : 1;
    return length * question * (1 + OPENING * Math.exp(-piece.turn() / OPENING_TURNS));
  }

  private List<Piece> pieces(List<Turn> turns) {
    List<Piece> pieces = new ArrayList<>();
    int first = 0;
    while (first < turns.size()) {
      int last = first;
      StringBuilder text = new StringBuilder(TranscriptCleaner.clean(turns.get(first).text()));
      while (last + 1 < turns.size() && runsOn(text, turns.get(last), turns.get(last + 1))) {
        last++;
        text.append(' ').append(TranscriptCleaner.clean(turns.get(last).text()));
      }
      for (String sentence : Sentences.of(text.toString())) {
        int words = analyzer.terms(sentence).size();
        pieces.add(new Piece(first, last, sentence, analyzer.contentStems(sentence), words));
      }
      first = last + 1;
    }
    return pieces;
  }

  private static boolean runsOn(CharSequence said, Turn turn, Turn next) {
    String start = next.text().strip();
    boolean open = said.length() > 0 && ".!?…:;\"”»)".indexOf(said.charAt(said.length() - 1)) < 0;
    return open
        && turn.speaker().equals(next.speaker())
        && !start.isEmpty()
        && Character.isLowerCase(start.codePointAt(0));
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
      addTurns(used, turns, piece);
    }
    return new Summary(text.toString(), List.copyOf(used));
  }

  /** Of the turns that a sentence may run over, those that have words of it. */
  private static void addTurns(Set<Integer> used, List<Turn> turns, Piece piece) {
    for (int turn = piece.turn(); turn <= piece.lastTurn(); turn++) {
      for (String part : Sentences.of(TranscriptCleaner.clean(turns.get(turn).text()))) {
        if (piece.text().contains(part)) {
          used.add(turn);
        }
      }
    }
  }
}
