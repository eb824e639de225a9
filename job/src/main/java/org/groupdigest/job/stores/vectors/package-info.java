/**
 * Topics of digests as vectors in Qdrant, and what of earlier digests lies near a new one. A
 * collection a tenant, every point and every search bound to tenant and group.
 */
package org.groupdigest.job.stores.vectors;
