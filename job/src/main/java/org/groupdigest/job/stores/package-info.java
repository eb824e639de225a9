/**
 * The stores that are derived from what Postgres holds: objects, vectors, a graph, a cache. Each
 * receives whole digests and not differences, so that order and repetition do not matter.
 */
package org.groupdigest.job.stores;
