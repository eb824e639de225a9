package org.groupdigest.job.maintain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

  @Test
  void everyFieldThatNamesMessagesCountsAtAnyDepthAsOftenAsItDoes() {
    References references =
        References.of(
            """
            {"topics": [{"message_ids": ["1", "2"], "summary_message_ids": ["1"],
                         "actions": [{"owner": "ada", "message_ids": ["3"]}]}],
             "headline": {"text": "a mill", "message_ids": ["2"]},
             "highlight": {"message_id": "4"}}
            """);

    assertThat(references.messageIds()).containsExactly("1", "2", "1", "3", "2", "4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"message_ids\"",
        "{\"message_count\": 3, \"thread_ids\": [\"1\"], \"linked_id\": \"2\"}",
        "{\"message_ids\": []}",
        "{\"message_ids\": null, \"message_id\": 7}"
      })
  void whatNamesNoMessageHasNoReferences(String payload) {
    assertThat(References.of(payload).isEmpty()).isTrue();
  }

  @Test
  void theShareIsThatOfTheReferencesAndNotOfTheMessages() {
    References references = References.of("{\"message_ids\": [\"1\", \"1\", \"1\", \"9\"]}");

    assertThat(references.shareIn(Set.of("1", "2", "3"))).isEqualTo(0.75);
    assertThat(references.shareIn(Set.of("9"))).isEqualTo(0.25);
    assertThat(references.shareIn(Set.of("2"))).isZero();
  }
}
