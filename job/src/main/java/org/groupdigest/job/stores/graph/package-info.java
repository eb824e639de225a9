/** Who said what to whom in Neo4j: groups, digests, topics and participants. */
package org.groupdigest.job.stores.graph;
