/** Redis as a cache that may be away: asynchronous, bounded in time, absent as a value. */
package org.groupdigest.connectors.redis;
