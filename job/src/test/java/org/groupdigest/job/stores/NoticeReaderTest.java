package org.groupdigest.job.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.persist.HostileIds;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.stores.NoticeReader.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which digest an event speaks of. */
class NoticeReaderTest {

  private static final Events EVENTS = new Events("test");

  static Stream<String> hostileIds() {
    return HostileIds.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("hostileIds")
  void everyStoredDigestIsFoundWhateverItsIds(String id) {
    var digest = SampleDigests.digest().of(id, id).build();
    assertThat(read(EVENTS.persisted(digest, 3, SampleDigests.MORNING)))
        .isEqualTo(
            new Read.Known(
                new DigestNotice(id, id, digest.digestId(), digest.window().windowId())));
  }

  @Test
  void aRemovedDigestIsFound() {
    var digest = SampleDigests.digest().build();
    String window = digest.window().windowId();
    Payloads.Removed payload = new Payloads.Removed(window, digest.digestId(), "retention");
    EventEnvelope event =
        EVENTS.removed(digest.window().groupKey(), payload, "trace", SampleDigests.MORNING);
    assertThat(read(event))
        .isEqualTo(new Read.Known(new DigestNotice("garden", "plots", digest.digestId(), window)));
  }

  @Test
  void aTombstoneSaysNothing() {
    assertThat(NoticeReader.read(null)).isEqualTo(new Read.Unreadable(ErrorCode.NOT_JSON));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event_type\":  | NOT_JSON",
        "[]  | UNKNOWN_EVENT_TYPE",
        "{\"event_type\":\"digest.persisted.v2\"} | UNKNOWN_EVENT_TYPE",
        "{\"event_type\":\"digest.persisted.v1\",\"tenant_id\":\"t\"} | SCHEMA_VIOLATION",
        "{\"event_type\":\"digest.removed.v1\",\"tenant_id\":\"t\",\"group_id\":\"g\","
            + "\"payload\":{\"digest_id\":\"\\ud800\",\"window_id\":\"w\"}} | SCHEMA_VIOLATION"
      })
  void whatIsNotUnderstoodHasAName(String json, ErrorCode code) {
    assertThat(NoticeReader.read(json.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Read.Unreadable(code));
  }

  private static Read read(EventEnvelope event) {
    return NoticeReader.read(event.toJson().getBytes(StandardCharsets.UTF_8));
  }
}
