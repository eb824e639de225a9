package org.groupdigest.job.stores.vectors;

/**
 * A change to a tenant's points: a new one, or that all points of a digest go. Travels between
 * operators: fields are only ever added, new ones nullable.
 *
 * @param tenantId tenant
 * @param digestId digest
 * @param point the point, or null when all points of the digest go
 */
public record VectorChange(String tenantId, String digestId, TopicPoint point) {}
