/**
 * Neo4j: a sink for streams of changes, and a client for everything else. Cypher is written in the
 * program, and data reach it as parameters only.
 */
package org.groupdigest.connectors.neo4j;
