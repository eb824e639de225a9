package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;

class StatementTest {

  private static final String ANSWER =
      """
      {"topic_agent": {"topics": [
         {"title": "Pump", "message_ids": ["1", "2"], "summary": "It broke",
          "summary_message_ids": ["1"], "decision": "Replace it",
          "actions": [{"action": "order one", "owner": null, "message_ids": ["2"]}]}]},
       "synthesis_agent": {"headline": null,
         "key_points": [{"text": "The pump broke", "message_ids": ["1"]},
                        {"text": "without a source", "message_ids": []}]}}
      """;

  private final ObjectNode answer = Json.read(ANSWER, ObjectNode.class);

  @Test
  void everythingThatCitesIsAStatement() {
    assertThat(Statement.in(answer))
        .extracting(Statement::text)
        .containsExactly("It broke", "Replace it", "order one", "The pump broke");
  }

  @Test
  void sourcesAreItsOwnOrThoseOfItsObject() {
    assertThat(Statement.in(answer))
        .extracting(Statement::ids)
        .containsExactly(List.of("1"), List.of("1", "2"), List.of("2"), List.of("1"));
  }

  @Test
  void pointersLeadToWhatIsSaid() {
    for (Statement statement : Statement.in(answer)) {
      assertThat(answer.at(statement.pointer()).asText()).isEqualTo(statement.text());
    }
  }

  @Test
  void sayingSomethingElseChangesTheAnswer() {
    Statement.in(answer).get(3).say("The pump works");
    assertThat(answer.at("/synthesis_agent/key_points/0/text").asText())
        .isEqualTo("The pump works");
  }
}
