package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.vectors.EmbeddingUse;
import org.groupdigest.job.stores.vectors.RelatedLookup;
import org.groupdigest.job.stores.vectors.RelatedLookup.Outcome;
import org.groupdigest.job.testing.RecordedMetrics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Earlier topics are looked for; whatever comes of it, the digest goes on, and says nothing. */
class RelatedTopicsFunctionTest {

  private static final RelatedTopic EARLIER =
      new RelatedTopic("t1", "d-0", "w-0", Drafts.day(0).end(), "m0", 0.8, "t3");

  private final FakeServices services = new FakeServices();
  private final RelatedTopicsFunction function = new RelatedTopicsFunction(services);
  private final CollectedResult<DigestDraft> result = new CollectedResult<>();
  private final DigestDraft draft =
      Drafts.with(
          Drafts.open(Drafts.day(1)), Drafts.artifact(Stage.TOPIC_AGENT, Drafts.topics("Pump")));

  @BeforeEach
  void open() throws Exception {
    function.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
    function.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void theTopicsOfTheDigestAreLookedForAndWhatIsFoundGoesWithIt() {
    services.related =
        (window, topics) -> {
          assertThat(window).isEqualTo(Drafts.day(1));
          assertThat(topics).extracting(Topic::title).containsExactly("Pump");
          return CompletableFuture.completedFuture(
              new RelatedLookup(List.of(EARLIER), Outcome.FOUND, EmbeddingUse.NONE));
        };
    function.asyncInvoke(draft, result);
    assertThat(result.value()).isEqualTo(draft.withRelated(List.of(EARLIER)));
  }

  @Test
  void aDigestWithoutTopicsLooksForNone() {
    services.related =
        (window, topics) -> {
          assertThat(topics).isEmpty();
          return CompletableFuture.completedFuture(
              new RelatedLookup(List.of(), Outcome.NOTHING, EmbeddingUse.NONE));
        };
    function.asyncInvoke(Drafts.open(Drafts.day(1)), result);
    assertThat(result.value()).isEqualTo(Drafts.open(Drafts.day(1)));
  }

  @Test
  void aStoreThatIsAwayLeavesNoTraceInTheDigest() {
    services.related =
        (window, topics) ->
            CompletableFuture.completedFuture(
                new RelatedLookup(List.of(), Outcome.UNAVAILABLE, EmbeddingUse.NONE));
    function.asyncInvoke(draft, result);
    assertThat(result.value()).isEqualTo(draft);
  }

  @Test
  void aLookupThatNeverEndsIsGivenUp() {
    services.related = (window, topics) -> new CompletableFuture<>();
    function.asyncInvoke(draft, result);
    function.timeout(draft, result);
    assertThat(result.value()).isEqualTo(draft);
  }

  @Test
  void aDigestThatHasEndedAsksNobody() {
    services.related =
        (window, topics) -> {
          throw new AssertionError("asked");
        };
    DigestDraft ended = Drafts.ended(DigestStatus.SKIPPED_EMPTY_WINDOW);
    function.asyncInvoke(ended, result);
    assertThat(result.value()).isEqualTo(ended);
  }

  @Test
  void lookupsAreCountedByHowTheyEndWithWhatTheyCost() {
    RecordedMetrics recorded = new RecordedMetrics();
    RelatedMetrics metrics = new RelatedMetrics(recorded);
    metrics.count(
        new RelatedLookup(List.of(EARLIER), Outcome.FOUND, new EmbeddingUse("emb-1", 2, 3, 40)));
    metrics.count(new RelatedLookup(List.of(), Outcome.SKIPPED, EmbeddingUse.NONE));
    metrics.count(new RelatedLookup(List.of(), Outcome.OFF, EmbeddingUse.NONE));
    assertThat(recorded.counts())
        .containsOnly(
            entry("digest_related_lookups_total{outcome=found}", 1L),
            entry("digest_related_lookups_total{outcome=skipped}", 1L),
            entry("digest_embedded_texts_total{source=made}", 2L),
            entry("digest_embedded_texts_total{source=cached}", 3L),
            entry("digest_tokens_total{model=emb-1,kind=embedding}", 40L));
  }
}
