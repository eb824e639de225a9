/**
 * Redis as a cache that may be away: a client, asynchronous, bounded in time, absent as a value;
 * and a sink, whose entries never move a key backwards.
 */
package org.groupdigest.connectors.redis;
