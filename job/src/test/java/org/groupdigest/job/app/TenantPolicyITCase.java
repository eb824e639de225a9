package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A tenant's policy decides without a redeployment. */
@ExtendWith(JobTestResources.class)
class TenantPolicyITCase {

  @Test
  void aTenantThatIsSwitchedOffEndsAsBlockedWithoutAnyStage(FinishedStream stream)
      throws SQLException {
    List<TestTopics.Out> blocked = stream.out(TopicNames.BLOCKED, FinishedStream.SWITCHED_OFF);
    assertThat(blocked).hasSize(1);
    assertThat(blocked.get(0).payload().path("status").asText()).isEqualTo("blocked_feature_flag");
    assertThat(blocked.get(0).payload().path("status_reason").asText()).contains("feature_flag");
    assertThat(stream.out(TopicNames.STAGE_STARTED, FinishedStream.SWITCHED_OFF)).isEmpty();
    assertThat(stream.out(TopicNames.STAGE_COMPLETED, FinishedStream.SWITCHED_OFF)).isEmpty();
    assertThat(stream.out(TopicNames.READY_FOR_DELIVERY, FinishedStream.SWITCHED_OFF)).isEmpty();
    TestServers.Ledger ledger = stream.servers().ledger(FinishedStream.SWITCHED_OFF);
    assertThat(ledger.windowed()).isPositive();
    assertThat(ledger.accountedFor()).isEqualTo(ledger.received());
  }

  @Test
  void aTenantWithTwoSizesGetsDigestsOfBoth(FinishedStream stream) throws SQLException {
    var sizes =
        stream.out(TopicNames.WINDOW_READY, FinishedStream.TWO_SIZES).stream()
            .map(record -> record.payload().path("window").path("hours").asInt())
            .collect(Collectors.groupingBy(hours -> hours, Collectors.counting()));
    assertThat(sizes).containsOnlyKeys(4, 24).containsEntry(24, 1L);
    assertThat(sizes.get(4)).isGreaterThan(1);
    List<List<String>> counts =
        stream
            .servers()
            .rows(
                "SELECT window_hours, sum(message_count) FROM group_digests WHERE tenant_id = '"
                    + FinishedStream.TWO_SIZES
                    + "' GROUP BY 1 ORDER BY 1");
    assertThat(counts).hasSize(2);
    assertThat(counts.get(0).get(1)).isEqualTo(counts.get(1).get(1));
  }
}
