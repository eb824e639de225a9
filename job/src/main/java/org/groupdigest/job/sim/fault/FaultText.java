package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.model.Json;

/**
 * Faults as they are written: {@code rate_limited=0.3} and {@code acme=dead} or {@code
 * acme=hang:0.5} in options, and the JSON of {@code /control/faults}: {@code {"shares": {...},
 * "tenants": {"acme": {"dead": 1}}, "retry_after_ms": 1000, "slow_factor": 10, "lies": [...]}}.
 * What cannot be read is an {@link IllegalArgumentException} whose text says why.
 */
public final class FaultText {

  private FaultText() {}

  /** Adds {@code NAME=SHARE}; a name alone means always. */
  public static SimFaults with(SimFaults faults, String option) {
    int sign = option.indexOf('=');
    String name = sign < 0 ? option : option.substring(0, sign);
    return faults.with(fault(name), sign < 0 ? 1 : share(option.substring(sign + 1)));
  }

  /** Adds {@code TENANT=NAME} or {@code TENANT=NAME:SHARE}. */
  public static SimFaults withTenant(SimFaults faults, String option) {
    int sign = option.lastIndexOf('=');
    if (sign < 1) {
      throw new IllegalArgumentException("a tenant's fault is written TENANT=FAULT[:SHARE]");
    }
    String fault = option.substring(sign + 1);
    int colon = fault.indexOf(':');
    return faults.withTenant(
        option.substring(0, sign),
        fault(colon < 0 ? fault : fault.substring(0, colon)),
        colon < 0 ? 1 : share(fault.substring(colon + 1)));
  }

  /** Kinds of lies by their names. */
  public static List<LieKind> lies(List<String> names) {
    List<LieKind> kinds = new ArrayList<>();
    for (String name : names) {
      kinds.add(
          LieKind.of(name).orElseThrow(() -> new IllegalArgumentException("no such lie: " + name)));
    }
    return kinds;
  }

  /** Reads JSON; what it does not name is as in {@link SimFaults#none()}. */
  public static SimFaults read(JsonNode json) {
    SimFaults faults = SimFaults.none();
    for (Map.Entry<String, JsonNode> one : json.path("shares").properties()) {
      faults = faults.with(fault(one.getKey()), number(one.getValue()));
    }
    for (Map.Entry<String, JsonNode> tenant : json.path("tenants").properties()) {
      for (Map.Entry<String, JsonNode> one : tenant.getValue().properties()) {
        faults = faults.withTenant(tenant.getKey(), fault(one.getKey()), number(one.getValue()));
      }
    }
    List<String> lies = new ArrayList<>();
    json.path("lies").forEach(one -> lies.add(one.asText()));
    long retryAfter = json.path("retry_after_ms").asLong(faults.retryAfter().toMillis());
    return faults
        .retryingAfter(Duration.ofMillis(retryAfter))
        .slowerBy(json.path("slow_factor").asDouble(faults.slowFactor()))
        .lyingBy(lies(lies));
  }

  /** The faults in JSON; tenants by their opaque names, because their ids are not kept. */
  public static ObjectNode write(SimFaults faults) {
    ObjectNode json = Json.mapper().createObjectNode();
    write(json.putObject("shares"), faults.shares());
    ObjectNode tenants = json.putObject("tenant_hashes");
    new TreeMap<>(faults.tenants()).forEach((hash, own) -> write(tenants.putObject(hash), own));
    json.put("retry_after_ms", faults.retryAfter().toMillis());
    json.put("slow_factor", faults.slowFactor());
    ArrayNode lies = json.putArray("lies");
    faults.lies().forEach(kind -> lies.add(kind.wireName()));
    return json;
  }

  private static void write(ObjectNode json, Map<Fault, Double> shares) {
    shares.forEach((fault, share) -> json.put(fault.wireName(), share));
  }

  private static Fault fault(String name) {
    return Fault.of(name).orElseThrow(() -> new IllegalArgumentException("no such fault: " + name));
  }

  private static double number(JsonNode value) {
    return share(value.asText());
  }

  private static double share(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a share: " + text, e);
    }
  }
}
