package org.groupdigest.job.sim.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong, how often and for whom. Immutable.
 *
 * <pre>{@code
 * SimFaults.none().with(Fault.RATE_LIMITED, 0.3).withTenant("acme", Fault.DEAD, 1)
 * }</pre>
 *
 * @param shares share of requests that each fault strikes, 0..1, together at most 1
 * @param tenants the same for single tenants, instead of {@code shares}, by {@link Tenants#hash}
 * @param retryAfter what {@code Retry-After} asks for; the header has whole seconds, rounded up
 * @param slowFactor how many times the usual latency a slow answer takes
 * @param lies kinds of lies that a lying answer chooses from, at least one
 */
public record SimFaults(
    Map<Fault, Double> shares,
    Map<String, Map<Fault, Double>> tenants,
    Duration retryAfter,
    double slowFactor,
    List<LieKind> lies) {

  private static final double ROUNDING = 1e-9;

  /**
   * Checks the shares.
   *
   * @throws IllegalArgumentException when one is not in 0..1 or they are more than 1 together
   */
  public SimFaults {
    shares = checked(shares);
    Map<String, Map<Fault, Double>> copy = new HashMap<>();
    tenants.forEach((hash, own) -> copy.put(hash, checked(own)));
    tenants = Map.copyOf(copy);
    lies = lies.isEmpty() ? List.of(LieKind.values()) : List.copyOf(lies);
    if (retryAfter.isNegative() || !(slowFactor >= 1)) {
      throw new IllegalArgumentException("retry_after_ms from 0, slow_factor from 1");
    }
  }

  /** Nothing goes wrong. */
  public static SimFaults none() {
    return new SimFaults(Map.of(), Map.of(), Duration.ofSeconds(1), 10, List.of());
  }

  /** The same with another share of a fault. */
  public SimFaults with(Fault fault, double share) {
    return new SimFaults(plus(shares, fault, share), tenants, retryAfter, slowFactor, lies);
  }

  /** The same with a share of a fault for one tenant, who is then free of those of all others. */
  public SimFaults withTenant(String tenantId, Fault fault, double share) {
    Map<String, Map<Fault, Double>> changed = new HashMap<>(tenants);
    String hash = Tenants.hash(tenantId);
    changed.put(hash, plus(tenants.getOrDefault(hash, Map.of()), fault, share));
    return new SimFaults(shares, changed, retryAfter, slowFactor, lies);
  }

  /** The same with another wish to be left alone. */
  public SimFaults retryingAfter(Duration wait) {
    return new SimFaults(shares, tenants, wait, slowFactor, lies);
  }

  /** The same with another latency of slow answers. */
  public SimFaults slowerBy(double factor) {
    return new SimFaults(shares, tenants, retryAfter, factor, lies);
  }

  /** The same with other lies. */
  public SimFaults lyingBy(List<LieKind> kinds) {
    return new SimFaults(shares, tenants, retryAfter, slowFactor, kinds);
  }

  /**
   * The fault that strikes a request, if any.
   *
   * @param tenantHash whose request it is, or null
   */
  public Optional<Fault> strike(String tenantHash, Dice dice) {
    double point = dice.share("fault");
    for (Map.Entry<Fault, Double> one : sharesOf(tenantHash).entrySet()) {
      point -= one.getValue();
      if (point < 0) {
        return Optional.of(one.getKey());
      }
    }
    return Optional.empty();
  }

  private Map<Fault, Double> sharesOf(String tenantHash) {
    return tenantHash == null ? shares : tenants.getOrDefault(tenantHash, shares);
  }

  private static Map<Fault, Double> plus(Map<Fault, Double> shares, Fault fault, double share) {
    Map<Fault, Double> changed = new HashMap<>(shares);
    changed.put(fault, share);
    return changed;
  }

  /** In the order of the faults, so that a draw does not depend on how they were given. */
  private static Map<Fault, Double> checked(Map<Fault, Double> shares) {
    EnumMap<Fault, Double> checked = new EnumMap<>(Fault.class);
    checked.putAll(shares);
    List<Double> values = new ArrayList<>(checked.values());
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    if (values.stream().anyMatch(one -> !(one >= 0 && one <= 1)) || sum > 1 + ROUNDING) {
      throw new IllegalArgumentException("shares are from 0 to 1, and at most 1 together");
    }
    return Collections.unmodifiableMap(checked);
  }
}
