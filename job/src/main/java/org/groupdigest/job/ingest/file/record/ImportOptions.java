package org.groupdigest.job.ingest.file.record;

import java.io.Serializable;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Facts about a file that the file does not tell itself.
 *
 * @param tenantId tenant of lines and exports that name none, or null: then an export belongs to
 *     {@value #LOCAL_TENANT} and a line without a tenant is invalid
 * @param zone zone of dates that are written without one
 * @param format format of the file, or null: recognised by its content
 * @param dateOrder order of day, month and year, or null: inferred from the whole file
 */
public record ImportOptions(String tenantId, ZoneId zone, FileFormat format, DateOrder dateOrder)
    implements Serializable {

  /** Tenant of an export when none is given. */
  public static final String LOCAL_TENANT = "local";

  /** Options of a file whose format and order of dates are recognised by content. */
  public ImportOptions(String tenantId, ZoneId zone) {
    this(tenantId, zone, null, null);
  }

  /** No tenant given, dates in UTC. */
  public static ImportOptions defaults() {
    return new ImportOptions(null, ZoneOffset.UTC);
  }

  /** Tenant of an export's messages. */
  public String exportTenant() {
    return tenantId == null ? LOCAL_TENANT : tenantId;
  }
}
