/**
 * The cache in Redis, brought up to date with what the job could not write while Redis was away.
 */
package org.groupdigest.job.stores.cache;
