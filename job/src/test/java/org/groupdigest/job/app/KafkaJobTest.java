package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.testing.TestSettings;
import org.groupdigest.job.window.InitialPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The graph on Kafka: one pipeline or both, every operator with an id of its own. */
class KafkaJobTest {

  private static final Endpoints ENDPOINTS =
      new Endpoints("localhost:1", "jdbc:postgresql://localhost:1/none", "writer", "", null);

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS", "DIGESTS", "ALL"})
  void everyOperatorHasAFixedId(Pipelines pipelines) {
    assertThat(nodes(pipelines)).isNotEmpty().allSatisfy(uid -> assertThat(uid).isNotBlank());
  }

  @Test
  void whatFeedsAStoreIsAJobOfAnotherKind() {
    assertThatThrownBy(() -> nodes(Pipelines.CACHE)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWindowsPipelineAloneNeitherReadsTheHandOverNorMakesDigests() {
    assertThat(nodes(Pipelines.WINDOWS))
        .contains(Uids.MESSAGES_SOURCE, Uids.MESSAGE_WINDOW, Uids.READY_SINK, Uids.LEDGER_WRITE)
        .contains(Uids.ERASURES_SOURCE, Uids.ERASED_EVENTS)
        .doesNotContain(Uids.ERASED_SOURCE, Uids.RETENTION_SOURCE)
        .doesNotContain(Uids.READY_SOURCE, Uids.ADMISSION, Uids.PERSIST, Uids.EVENTS_SINK);
  }

  @Test
  void theDigestsPipelineAloneReadsTheHandOverAndThePolicies() {
    assertThat(nodes(Pipelines.DIGESTS))
        .contains(Uids.READY_SOURCE, Uids.POLICIES_SOURCE, Uids.PARSE_POLICIES, Uids.PERSIST)
        .contains(Uids.ERASED_SOURCE, Uids.ERASE, Uids.RETENTION_SOURCE, Uids.REMOVE)
        .doesNotContain(
            Uids.ERASURES_SOURCE, Uids.MESSAGES_SOURCE, Uids.MESSAGE_WINDOW, Uids.READY_SINK);
  }

  @Test
  void stateOfASinglePipelineIsFoundAgainWhenBothRunInOneJob() {
    assertThat(nodes(Pipelines.ALL))
        .containsAll(nodes(Pipelines.WINDOWS))
        .containsAll(nodes(Pipelines.DIGESTS));
  }

  private static Set<String> nodes(Pipelines pipelines) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(LocalFlink.required());
    StreamSettings settings =
        StreamSettings.of(TestSettings.defaults(), "sixteen-characters-or-more");
    new KafkaJob(
            settings,
            ENDPOINTS,
            new StoreServices(settings.digest(), ENDPOINTS),
            InitialPolicies.none())
        .assemble(env, pipelines);
    return env.getStreamGraph().getStreamNodes().stream()
        .map(StreamNode::getTransformationUID)
        .map(uid -> uid == null ? "" : uid)
        .collect(Collectors.toSet());
  }
}
