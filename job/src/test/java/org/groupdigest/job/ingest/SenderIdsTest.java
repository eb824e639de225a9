package org.groupdigest.job.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.SourcePosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is to be erased is found under the ids that their messages are stored under. */
class SenderIdsTest {

  private static final Instant AT = Instant.parse("2025-11-10T09:00:00Z");

  private final TestMasker masker = new TestMasker();
  private final UserPseudonyms pseudonyms =
      new UserPseudonyms((tenant, name) -> "[user:" + tenant + "-" + name + "]");
  private final SenderIds ids =
      new SenderIds(masker, (tenant, name) -> "[user:" + tenant + "-" + name + "]");

  @ParameterizedTest
  @ValueSource(
      strings = {"u7", "100500", "unknown", "+79161234567", "anna@example.org", "a b", "@x"})
  void theIdsOfASenderAreThoseThatMessagesAreStoredUnder(String sender) {
    MessageEvent event = stored(sender);

    assertThat(ids.stored("acme", sender))
        .containsExactly(event.message().senderId(), pseudonyms.apply(event).message().senderId());
  }

  private MessageEvent stored(String sender) {
    String record =
        """
        {"event_id": "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c13",
         "event_type": "group.message.ingested.v1", "tenant_id": "acme", "group_id": "backend",
         "occurred_at": "2025-11-10T09:00:00Z", "source": "test",
         "payload": {"message_id": "1", "posted_at": "2025-11-10T09:00:00Z",
                     "sender_id": "%s", "text": "hello"}}
        """
            .formatted(sender);
    ParsedRecord parsed =
        new MessageParser(masker)
            .parse(record.getBytes(UTF_8), new SourcePosition("test", 0, 0), AT);
    return ((ParsedRecord.Accepted) parsed).event();
  }
}
