/**
 * Points in Qdrant: a sink for streams of changes, and a client for everything else. Both speak the
 * service classes of Qdrant's own client, and never wait on a thread.
 */
package org.groupdigest.connectors.qdrant;
