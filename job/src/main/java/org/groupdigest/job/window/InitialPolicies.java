package org.groupdigest.job.window;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.TenantPolicy;

/**
 * The policies that are known when a job starts, so that no message is cut by the default calendar
 * merely because it arrived before its tenant's policy. They travel with the job graph as JSON.
 */
public final class InitialPolicies implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> jsonByTenant;
  private transient Map<String, TenantPolicy> parsed;

  private InitialPolicies(Map<String, String> jsonByTenant) {
    this.jsonByTenant = jsonByTenant;
  }

  /** No policies: everything starts with the defaults. */
  public static InitialPolicies none() {
    return of(List.of());
  }

  /** The given policies; the last of a tenant counts. */
  public static InitialPolicies of(List<TenantPolicy> policies) {
    Map<String, String> json = new HashMap<>();
    for (TenantPolicy policy : policies) {
      json.put(policy.tenantId(), Json.write(policy));
    }
    return new InitialPolicies(json);
  }

  /** A tenant's policy at the start of the job, or null. */
  public TenantPolicy of(String tenantId) {
    if (parsed == null) {
      parsed = new HashMap<>();
    }
    return parsed.computeIfAbsent(tenantId, this::parse);
  }

  private TenantPolicy parse(String tenantId) {
    String json = jsonByTenant.get(tenantId);
    return json == null ? null : Json.read(json, TenantPolicy.class);
  }
}
