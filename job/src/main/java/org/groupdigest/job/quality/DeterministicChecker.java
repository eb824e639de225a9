package org.groupdigest.job.quality;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.sources.ClaimFacts;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.model.sources.WordingSupport;
import org.groupdigest.job.quality.DigestClaims.Cited;
import org.groupdigest.udfs.text.TextSimilarity;

/**
 * Checks a digest against its window without any judge. A claim is supported when it cites
 * something, all its citations resolve, its numbers and dates stand in them, and they carry its
 * wording ({@link WordingSupport}). Stateless and deterministic.
 */
public final class DeterministicChecker {

  /** Cosine from which on two claims of the synthesis say the same, inclusive. */
  static final double REPETITION = 0.88;

  /** Units that one Telegram message holds. */
  static final int MAX_LENGTH = 4096;

  private static final String HEADLINE = "headline";

  private final Predicate<String> ownWording;

  /** A checker that wants the wording of every claim in its sources. */
  public DeterministicChecker() {
    this(headline -> false);
  }

  /**
   * @param ownWording tells headlines that speak of their sources in words of the product ("A quiet
   *     day: one question, answered."); their citations and facts are checked, their wording is not
   */
  public DeterministicChecker(Predicate<String> ownWording) {
    this.ownWording = ownWording;
  }

  /**
   * Checks a digest.
   *
   * @param context its window
   * @param topics its topics
   * @param synthesis its content, or null when it was never made
   * @param renderedLength UTF-16 units of the rendered message
   */
  public DeterministicChecks check(
      WindowContext context, Topics topics, Synthesis synthesis, int renderedLength) {
    WindowMessages window = new WindowMessages(context);
    List<Cited> ofSynthesis = DigestClaims.of(synthesis);
    List<Cited> claims = new ArrayList<>(ofSynthesis);
    claims.addAll(DigestClaims.of(topics));
    Tally tally = new Tally(window, ownWording);
    claims.forEach(tally::add);
    double repetition = repetition(ofSynthesis, tally.problems);
    if (renderedLength > MAX_LENGTH) {
      tally.problems.add("too_long");
    }
    return new DeterministicChecks(
        claims.size(),
        tally.citations,
        tally.resolved,
        tally.supported,
        claims.isEmpty() ? 1.0 : (double) tally.supported / claims.size(),
        rankedCoverage(context, reached(window, topics, claims)),
        topicCoverage(topics, ofSynthesis, tally.problems),
        repetition,
        renderedLength,
        List.copyOf(tally.problems));
  }

  private static Set<String> reached(WindowMessages window, Topics topics, List<Cited> claims) {
    Set<String> ids = new HashSet<>();
    claims.forEach(claim -> ids.addAll(claim.messageIds()));
    topics.topics().forEach(topic -> ids.addAll(topic.messageIds()));
    Set<String> reached = new HashSet<>();
    window.findAll(ids).forEach(message -> reached.add(message.messageId()));
    return reached;
  }

  private static double rankedCoverage(WindowContext context, Set<String> reached) {
    double all = 0;
    double covered = 0;
    for (RankedMessage ranked : context.ranking()) {
      all += ranked.score();
      covered += reached.contains(ranked.messageId()) ? ranked.score() : 0;
    }
    return all == 0 ? 1.0 : Math.min(1.0, covered / all);
  }

  private static double topicCoverage(Topics topics, List<Cited> claims, List<String> problems) {
    Set<String> cited = new HashSet<>();
    claims.forEach(claim -> cited.addAll(claim.messageIds()));
    int covered = 0;
    for (int i = 0; i < topics.topics().size(); i++) {
      if (topics.topics().get(i).messageIds().stream().anyMatch(cited::contains)) {
        covered++;
      } else {
        problems.add("topic_not_covered:topics[" + i + "]");
      }
    }
    return topics.topics().isEmpty() ? 1.0 : (double) covered / topics.topics().size();
  }

  private static double repetition(List<Cited> claims, List<String> problems) {
    List<Map<String, Integer>> earlier = new ArrayList<>();
    int repeated = 0;
    for (Cited claim : claims) {
      Map<String, Integer> counts = TextSimilarity.counts(claim.text());
      if (earlier.stream().anyMatch(e -> TextSimilarity.cosine(e, counts) >= REPETITION)) {
        repeated++;
        problems.add("repeated:" + claim.path());
      }
      earlier.add(counts);
    }
    return claims.isEmpty() ? 0.0 : (double) repeated / claims.size();
  }

  /** Adds up citations and support over claims. */
  private static final class Tally {

    private final WindowMessages window;
    private final ClaimFacts facts;
    private final WordingSupport wording;
    private final Predicate<String> ownWording;
    private final List<String> problems = new ArrayList<>();
    private int citations;
    private int resolved;
    private int supported;

    Tally(WindowMessages window, Predicate<String> ownWording) {
      this.ownWording = ownWording;
      this.window = window;
      this.facts = new ClaimFacts(window);
      this.wording = new WordingSupport(window);
    }

    void add(Cited claim) {
      long found = claim.messageIds().stream().filter(id -> window.find(id).isPresent()).count();
      citations += claim.messageIds().size();
      resolved += (int) found;
      String problem = problem(claim, found);
      if (problem == null) {
        supported++;
      } else {
        problems.add(problem + ":" + claim.path());
      }
    }

    private String problem(Cited claim, long found) {
      if (claim.messageIds().isEmpty()) {
        return "no_citation";
      }
      if (found < claim.messageIds().size()) {
        return "unresolved_citation";
      }
      List<Message> cited = window.findAll(claim.messageIds());
      if (!facts.stand(claim.text(), cited)) {
        return "unsupported_fact";
      }
      boolean own = HEADLINE.equals(claim.path()) && ownWording.test(claim.text());
      boolean carried = own || wording.carries(claim.text(), cited, WordingSupport.Need.STATEMENT);
      return carried ? null : "unsupported_wording";
    }
  }
}
