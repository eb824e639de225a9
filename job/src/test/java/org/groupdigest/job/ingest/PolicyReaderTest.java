package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.TenantPolicy.GroupOverride;
import org.groupdigest.job.model.TenantQuotas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy is read whole or refused whole, with the place that is wrong and no value. */
class PolicyReaderTest {

  private static final Instant SEEN = Instant.parse("2025-11-10T09:20:00Z");
  private static final SourcePosition POSITION = new SourcePosition("digest.tenant.policy", 0, 3);

  private final ControlParser<TenantPolicy> parser = PolicyReader.parser(new TestMasker());
  private final List<TenantPolicy> accepted = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();
  private final List<DeadLetter> refused = new ArrayList<>();

  @Test
  void everythingThatAPolicySaysIsRead() {
    parse(
        record(
            "{\"enabled\":false,\"window_hours\":[24,4],\"time_zone\":\"Europe/Moscow\","
                + "\"language\":\"ru\",\"scopes\":[\"team\"],"
                + "\"delivery\":[{\"channel\":\"telegram\",\"address\":\"-100\"}],"
                + "\"quality_threshold\":0.8,\"pseudonymise_users\":true,"
                + "\"deliver_degraded\":true,\"groups\":[{\"group_id\":\"backend\","
                + "\"enabled\":true,\"window_hours\":[12],\"time_zone\":\"UTC\","
                + "\"language\":\"en\",\"delivery\":[],\"quality_threshold\":0}]}"));

    assertThat(refused).isEmpty();
    assertThat(times).containsExactly(SEEN);
    assertThat(accepted)
        .containsExactly(
            new TenantPolicy(
                "acme",
                false,
                List.of(4, 24),
                "Europe/Moscow",
                "ru",
                List.of("team"),
                List.of(new DeliveryTarget("telegram", "-100")),
                0.8,
                true,
                true,
                List.of(
                    new GroupOverride("backend", true, List.of(12), "UTC", "en", List.of(), 0.0)),
                null,
                null));
  }

  @Test
  void whatAPolicyDoesNotSayIsLeftToTheSettings() {
    parse(record("{\"groups\":[{\"group_id\":\"backend\"}]}"));

    assertThat(accepted)
        .containsExactly(
            new TenantPolicy(
                "acme",
                true,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                false,
                false,
                List.of(new GroupOverride("backend", null, null, null, null, null, null)),
                null,
                null));
  }

  @Test
  void phoneRegionsAreTakenAndAnEmptyListIsNotTheSettings() {
    parse(record("{\"phone_regions\":[\"DE\",\"FR\"]}"));
    parse(record("{\"phone_regions\":[]}"));
    parse(record("{}"));

    assertThat(accepted)
        .extracting(TenantPolicy::phoneRegions)
        .containsExactly(List.of("DE", "FR"), List.of(), null);
  }

  @Test
  void quotasAreTakenAsFarAsTheyAreSaid() {
    parse(record("{\"quotas\":{\"pro_calls\":5,\"tokens\":9000}}"));

    assertThat(accepted)
        .extracting(TenantPolicy::quotas)
        .containsExactly(new TenantQuotas(5, null, 9000L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"enabled\":\"yes\"}",
        "{\"enabled\":null}",
        "{\"quotas\":{\"pro_calls\":-1}}",
        "{\"phone_regions\":[\"Germany\"]}",
        "{\"window_hours\":[]}",
        "{\"window_hours\":[5]}",
        "{\"window_hours\":[4,4]}",
        "{\"window_hours\":24}",
        "{\"window_hours\":[\"24\"]}",
        "{\"time_zone\":\"\"}",
        "{\"time_zone\":\"Mars/Olympus\"}",
        "{\"time_zone\":\"GMT+\"}",
        "{\"language\":\"russian\"}",
        "{\"language\":\"RU\"}",
        "{\"scopes\":[\"\"]}",
        "{\"scopes\":\"team\"}",
        "{\"delivery\":[{\"channel\":\"pigeon\",\"address\":\"x\"}]}",
        "{\"delivery\":[{\"channel\":\"telegram\"}]}",
        "{\"quality_threshold\":1.01}",
        "{\"quality_threshold\":\"0.7\"}",
        "{\"pseudonymise_users\":1}",
        "{\"groups\":[{}]}",
        "{\"groups\":[{\"group_id\":\"g\",\"time_zone\":\"Mars/Olympus\"}]}",
        "{\"groups\":[{\"group_id\":\"g\",\"window_hours\":[1]}]}",
        "[]",
        "null"
      })
  void everyViolationIsADeadLetter(String payload) {
    parse(record(payload));

    assertThat(accepted).isEmpty();
    assertThat(refused)
        .singleElement()
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION))
        .satisfies(letter -> assertThat(letter.tenantId()).isEqualTo("acme"))
        .satisfies(letter -> assertThat(letter.source()).isEqualTo(POSITION))
        .satisfies(letter -> assertThat(letter.firstSeenAt()).isEqualTo(SEEN));
  }

  @Test
  void aLetterNamesThePlaceAndNotTheValue() {
    parse(record("{\"language\":\"secretive\"}"));

    assertThat(refused.get(0).error()).contains("language").doesNotContain("secretive");
  }

  @Test
  void theSnippetOfALetterIsMasked() {
    parse(record("{\"language\":\"write to anna@example.org\"}"));

    assertThat(refused.get(0).payloadSnippet()).contains("[pii]").doesNotContain("anna@");
  }

  @Test
  void aPolicyWithoutATenantIsNobodys() {
    ObjectNode record = record("{}");
    record.remove("tenant_id");
    parse(record);

    assertThat(refused)
        .singleElement()
        .satisfies(letter -> assertThat(letter.errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION))
        .satisfies(letter -> assertThat(letter.tenantId()).isEmpty());
  }

  @Test
  void anotherEventTypeIsRefusedAsOne() {
    parse(record("{}").put("event_type", "digest.tenant.policy.v2"));

    assertThat(refused.get(0).errorCode()).isEqualTo(ErrorCode.UNKNOWN_EVENT_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "{\"tenant_id\":", "[1]", "\"text\""})
  void whatIsNoJsonObjectIsADeadLetter(String value) {
    parse(value.getBytes(StandardCharsets.UTF_8));

    assertThat(accepted).isEmpty();
    assertThat(refused).hasSize(1);
  }

  private static ObjectNode record(String payload) {
    ObjectNode record = Json.mapper().createObjectNode();
    record.put("event_id", "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c12");
    record.put("event_type", PolicyReader.EVENT_TYPE);
    record.put("tenant_id", "acme");
    record.set("payload", Json.read(payload, JsonNode.class));
    return record;
  }

  private void parse(ObjectNode record) {
    parse(record.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void parse(byte[] value) {
    parser.parse(
        value,
        POSITION,
        SEEN,
        (policy, time) -> {
          accepted.add(policy);
          times.add(time);
        },
        refused::add);
  }
}
