package org.groupdigest.job.sim.fault;

import org.groupdigest.job.model.Checksums;

/** How tenants are named towards providers of models: never by their id. */
public final class Tenants {

  private static final int HEX_DIGITS = 16;

  private Tenants() {}

  /** The opaque name of a tenant: 16 hex digits. */
  public static String hash(String tenantId) {
    return Checksums.sha256("tenant:" + tenantId).substring(0, HEX_DIGITS);
  }
}
