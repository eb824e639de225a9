package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.stores.vectors.VectorDigests.GROUP;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream.OutputMode;
import org.apache.flink.streaming.api.operators.async.AsyncWaitOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.util.ExceptionUtils;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.DigestChange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Digests become points in their order, however long the provider takes. */
@Timeout(60)
class EmbedTopicsFunctionTest {

  private static final Topic PUMP = VectorDigests.topic("Pump", "It leaks.", "m1");
  private static final Topic SEEDS = VectorDigests.topic("Seeds", "Two bags.", "m2");
  private static final Embedding AWAY = new Embedding.Unavailable("timeout", Duration.ofMillis(2));

  private final Deque<Embedding> answers = new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private OneInputStreamOperatorTestHarness<DigestChange, VectorChange> harness;
  private int asked;

  @BeforeEach
  void open() throws Exception {
    harness = harness();
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
    assertThat(closed).as("the embedder is closed with its operator").isTrue();
  }

  @Test
  void aDigestIsItsRemovalAndAPointATopic() throws Exception {
    assertThat(run(VectorDigests.ready(GROUP, 1, PUMP, SEEDS)))
        .containsExactly("day 1 -", "day 1 Pump", "day 1 Seeds");
  }

  @Test
  void whatIsBlockedOrGoneIsOnlyRemovedAndNobodyIsAsked() throws Exception {
    assertThat(
            run(
                VectorDigests.change(GROUP, 1, DigestStatus.BLOCKED_QUALITY, PUMP),
                VectorDigests.removal(GROUP, 2),
                VectorDigests.ready(GROUP, 3)))
        .containsExactly("day 1 -", "day 2 -", "day 3 -");
    assertThat(asked).isZero();
  }

  @Test
  void aProviderThatIsAwayIsAskedUntilItAnswersAndNothingOvertakes() throws Exception {
    answers.addAll(List.of(AWAY, AWAY, AWAY, AWAY));
    assertThat(run(VectorDigests.ready(GROUP, 1, PUMP), VectorDigests.removal(GROUP, 1)))
        .containsExactly("day 1 -", "day 1 Pump", "day 1 -");
    assertThat(asked).isEqualTo(5);
  }

  @Test
  void textsThatTheProviderRefusesLeaveTheirDigestWithoutPointsAndOthersPass() throws Exception {
    answers.add(new Embedding.Refused("refused_content", true));
    assertThat(run(VectorDigests.ready(GROUP, 1, PUMP), VectorDigests.ready(GROUP, 2, SEEDS)))
        .containsExactly("day 1 -", "day 2 -", "day 2 Seeds");
  }

  @Test
  void vectorsOfAnotherSizeFailTheJobInsteadOfLosingTopics() throws Exception {
    answers.add(new Embedding.Refused("wrong_size", false));
    harness.getEnvironment().setExpectedExternalFailureCause(Throwable.class);
    harness.processElement(VectorDigests.ready(GROUP, 1, PUMP), 0);

    Throwable failure = harness.getEnvironment().getActualExternalFailureCause().orElseThrow();
    assertThat(ExceptionUtils.findThrowable(failure, StoreException.class))
        .hasValueSatisfying(reason -> assertThat(reason.code()).isEqualTo("wrong_size"));
  }

  private List<String> run(DigestChange... changes) throws Exception {
    for (DigestChange change : changes) {
      harness.processElement(change, 0);
    }
    harness.endInput();
    return harness.extractOutputValues().stream().map(EmbedTopicsFunctionTest::text).toList();
  }

  private OneInputStreamOperatorTestHarness<DigestChange, VectorChange> harness() throws Exception {
    EmbedTopicsFunction function =
        new EmbedTopicsFunction(
            () ->
                new OpenedEmbedder(
                    new StubEmbedder("stub", 2, this::answer), () -> closed.set(true)),
            Duration.ofMillis(1),
            Duration.ofMillis(4));
    return new OneInputStreamOperatorTestHarness<>(
        new AsyncWaitOperatorFactory<>(function, 0, 4, OutputMode.ORDERED),
        TypeInformation.of(DigestChange.class).createSerializer(new SerializerConfigImpl()));
  }

  private synchronized CompletionStage<Embedding> answer(GroupKey group, List<String> texts) {
    asked++;
    List<float[]> vectors = texts.stream().map(text -> new float[] {text.length(), 1}).toList();
    Embedding made = new Embedding.Vectors(vectors, new EmbeddingUse("stub", texts.size(), 0, 7));
    return CompletableFuture.completedFuture(answers.isEmpty() ? made : answers.remove());
  }

  private static String text(VectorChange change) {
    int day = 0;
    while (!VectorDigests.removal(GROUP, day).digestId().equals(change.digestId())) {
      day++;
    }
    return "day " + day + " " + (change.point() == null ? "-" : change.point().title());
  }
}
