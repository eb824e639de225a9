/**
 * What the product keeps: digests, baselines and the ledger in Postgres, stage artifacts in Redis,
 * each behind a small interface with a twin in memory.
 */
package org.groupdigest.job.persist;
