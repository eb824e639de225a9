package org.groupdigest.job.config;

import java.io.Serializable;
import java.util.Set;

/**
 * Who gets digests at all: everybody, or the canary tenants only.
 *
 * @param enabled the global switch
 * @param canaryTenants tenants that get digests while the switch is off
 */
public record Rollout(boolean enabled, Set<String> canaryTenants) implements Serializable {

  /** Whether a tenant gets digests. */
  public boolean includes(String tenantId) {
    return enabled || canaryTenants.contains(tenantId);
  }
}
