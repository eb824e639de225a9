package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.TenantPolicy.GroupOverride;
import org.groupdigest.job.model.TenantQuotas;

/** Reads a valid record of {@code digest.tenant.policy}. */
public final class PolicyReader {

  /** Event type of the records. */
  public static final String EVENT_TYPE = "digest.tenant.policy.v1";

  private PolicyReader() {}

  /** A parser of the topic's records. */
  public static ControlParser<TenantPolicy> parser(TextMasker masker) {
    return new ControlParser<>(EVENT_TYPE, PolicyReader::read, masker);
  }

  private static TenantPolicy read(JsonNode record) {
    JsonNode payload = record.get("payload");
    return new TenantPolicy(
        record.get("tenant_id").textValue(),
        payload.path("enabled").asBoolean(true),
        hours(payload),
        zone(payload),
        text(payload, "language"),
        strings(payload.path("scopes")),
        delivery(payload),
        number(payload, "quality_threshold"),
        payload.path("pseudonymise_users").asBoolean(false),
        payload.path("deliver_degraded").asBoolean(false),
        groups(payload.path("groups")),
        quotas(payload.path("quotas")),
        payload.has("phone_regions") ? strings(payload.path("phone_regions")) : null);
  }

  private static List<GroupOverride> groups(JsonNode nodes) {
    List<GroupOverride> groups = new ArrayList<>();
    for (JsonNode node : nodes) {
      groups.add(
          new GroupOverride(
              text(node, "group_id"),
              node.has("enabled") ? node.get("enabled").asBoolean() : null,
              hours(node),
              zone(node),
              text(node, "language"),
              delivery(node),
              number(node, "quality_threshold")));
    }
    return groups;
  }

  private static TenantQuotas quotas(JsonNode node) {
    return node.isMissingNode()
        ? null
        : new TenantQuotas(
            node.has("pro_calls") ? node.get("pro_calls").intValue() : null,
            node.has("pro_tokens") ? node.get("pro_tokens").longValue() : null,
            node.has("tokens") ? node.get("tokens").longValue() : null);
  }

  private static List<Integer> hours(JsonNode node) {
    if (!node.has("window_hours")) {
      return null;
    }
    return List.of(Json.mapper().convertValue(node.get("window_hours"), Integer[].class)).stream()
        .sorted()
        .toList();
  }

  private static String zone(JsonNode node) {
    String zone = text(node, "time_zone");
    return zone == null ? null : ZoneId.of(zone).getId();
  }

  private static List<DeliveryTarget> delivery(JsonNode node) {
    if (!node.has("delivery")) {
      return null;
    }
    return List.of(Json.mapper().convertValue(node.get("delivery"), DeliveryTarget[].class));
  }

  private static List<String> strings(JsonNode nodes) {
    List<String> strings = new ArrayList<>();
    nodes.forEach(node -> strings.add(node.textValue()));
    return strings;
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).textValue();
  }

  private static Double number(JsonNode node, String field) {
    return node.has(field) ? (Double) node.get(field).doubleValue() : null;
  }
}
