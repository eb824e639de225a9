package org.groupdigest.job.pipeline;

import java.time.Instant;
import org.groupdigest.job.model.GroupKey;

/**
 * A wish that older digests of a group are removed. Travels between operators: fields are only ever
 * added, new ones nullable.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param before digests go whose window ended before this
 * @param traceId trace of the request
 */
public record RetentionRequest(String tenantId, String groupId, Instant before, String traceId) {

  /** The group it is about. */
  GroupKey group() {
    return new GroupKey(tenantId, groupId);
  }
}
