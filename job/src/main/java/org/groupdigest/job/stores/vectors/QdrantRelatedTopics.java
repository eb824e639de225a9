package org.groupdigest.job.stores.vectors;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.qdrant.QdrantPoints;
import org.groupdigest.connectors.qdrant.ScoredPoint;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.stores.vectors.RelatedLookup.Outcome;

/**
 * Searches the tenant's collection, one search a topic, side by side. The whole lookup ends after a
 * timeout, and after {@value #FAILURES} lookups in a row that ended so or found somebody away,
 * nobody is asked for {@link #RECOVERY}, then one lookup at a time until one succeeds: a store that
 * is dead costs its timeout only now and then. Thread-safe.
 */
public final class QdrantRelatedTopics implements RelatedTopics {

  /** How long nobody is asked after too many failures. */
  static final Duration RECOVERY = Duration.ofSeconds(30);

  static final int FAILURES = 3;

  /** Topics that go on for weeks have many near points; the newest is among the nearest. */
  private static final int CANDIDATES = 24;

  private static final String MISSING = "not_found";

  private final QdrantPoints points;
  private final Embedder embedder;
  private final NearestTopic nearest;
  private final Duration timeout;
  private final CircuitBreaker circuit;

  /**
   * Uses shared clients, which it does not close.
   *
   * @param similarity cosine from which an earlier topic is related, 0..1
   * @param timeout wall time of a whole lookup
   * @param clock measures how long nobody is asked
   */
  public QdrantRelatedTopics(
      QdrantPoints points, Embedder embedder, double similarity, Duration timeout, Clock clock) {
    this.points = points;
    this.embedder = embedder;
    this.nearest = new NearestTopic(similarity);
    this.timeout = timeout;
    this.circuit = CircuitBreaker.of("related-topics", config(clock));
  }

  private static CircuitBreakerConfig config(Clock clock) {
    return CircuitBreakerConfig.custom()
        .slidingWindowType(SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(FAILURES)
        .minimumNumberOfCalls(FAILURES)
        .failureRateThreshold(100)
        .waitDurationInOpenState(RECOVERY)
        .permittedNumberOfCallsInHalfOpenState(1)
        .automaticTransitionFromOpenToHalfOpenEnabled(false)
        .recordResult(Boolean.FALSE::equals)
        .clock(clock)
        .build();
  }

  @Override
  public CompletionStage<RelatedLookup> find(WindowRef window, List<Topic> topics) {
    List<Topic> told = topics.stream().filter(topic -> !TopicText.of(topic).isBlank()).toList();
    if (told.isEmpty()) {
      return CompletableFuture.completedFuture(RelatedLookup.ended(Outcome.NOTHING));
    }
    if (!circuit.tryAcquirePermission()) {
      return CompletableFuture.completedFuture(RelatedLookup.ended(Outcome.SKIPPED));
    }
    return CompletableFuture.completedFuture(told)
        .thenCompose(list -> lookUp(window, list))
        .completeOnTimeout(
            RelatedLookup.ended(Outcome.TIMEOUT), timeout.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(mistake -> RelatedLookup.ended(Outcome.INTERNAL_ERROR))
        .thenApply(this::reported);
  }

  private RelatedLookup reported(RelatedLookup lookup) {
    boolean away = lookup.outcome() == Outcome.TIMEOUT || lookup.outcome() == Outcome.UNAVAILABLE;
    circuit.onResult(0, TimeUnit.NANOSECONDS, !away);
    return lookup;
  }

  private CompletionStage<RelatedLookup> lookUp(WindowRef window, List<Topic> topics) {
    return embedder
        .embed(window.groupKey(), topics.stream().map(TopicText::of).toList())
        .thenCompose(
            embedding ->
                embedding instanceof Embedding.Vectors made
                    ? search(window, topics, made)
                    : CompletableFuture.completedFuture(RelatedLookup.ended(outcome(embedding))));
  }

  private static Outcome outcome(Embedding embedding) {
    return embedding instanceof Embedding.Refused ? Outcome.REFUSED : Outcome.UNAVAILABLE;
  }

  private CompletionStage<RelatedLookup> search(
      WindowRef window, List<Topic> topics, Embedding.Vectors made) {
    List<Search> searches = new ArrayList<>();
    for (int i = 0; i < topics.size(); i++) {
      float[] vector = made.vectors().get(i);
      if (vector.length > 0) {
        searches.add(new Search(topics.get(i), near(window, vector)));
      }
    }
    return CompletableFuture.allOf(
            searches.stream().map(Search::reply).toArray(CompletableFuture[]::new))
        .thenApply(all -> lookup(searches, window, made.use()));
  }

  private CompletableFuture<StoreReply<List<ScoredPoint>>> near(WindowRef window, float[] vector) {
    return points
        .search(
            CollectionNames.of(window.tenantId()),
            vector,
            TopicPayload.earlier(window.groupKey(), embedder.modelId(), window.start()),
            CANDIDATES)
        .toCompletableFuture();
  }

  private RelatedLookup lookup(List<Search> searches, WindowRef window, EmbeddingUse use) {
    List<RelatedTopic> found = new ArrayList<>();
    for (Search search : searches) {
      StoreReply<List<ScoredPoint>> reply = search.reply().join();
      if (reply instanceof StoreReply.Unavailable) {
        return new RelatedLookup(List.of(), Outcome.UNAVAILABLE, use);
      }
      if (reply instanceof StoreReply.Refused<List<ScoredPoint>> refused
          && !refused.code().equals(MISSING)) {
        return new RelatedLookup(List.of(), Outcome.REFUSED, use);
      }
      if (reply instanceof StoreReply.Answered<List<ScoredPoint>> answered) {
        Optional<RelatedTopic> best = nearest.of(search.topic(), window, answered.value());
        best.ifPresent(found::add);
      }
    }
    return new RelatedLookup(
        List.copyOf(found), found.isEmpty() ? Outcome.NOTHING : Outcome.FOUND, use);
  }

  private record Search(Topic topic, CompletableFuture<StoreReply<List<ScoredPoint>>> reply) {}
}
