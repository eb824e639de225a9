package org.groupdigest.job.ingest.file;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a file does not say about itself.
 *
 * @param tenantId tenant of lines and exports that name none, or null: then an export belongs to
 *     {@value #LOCAL_TENANT} and a line without a tenant is invalid
 * @param zone zone of dates that are written without one
 */
public record ImportOptions(String tenantId, ZoneId zone) {

  /** Tenant of an export when none is given. */
  public static final String LOCAL_TENANT = "local";

  /** No tenant given, dates in UTC. */
  public static ImportOptions defaults() {
    return new ImportOptions(null, ZoneOffset.UTC);
  }

  String exportTenant() {
    return tenantId == null ? LOCAL_TENANT : tenantId;
  }
}
