/**
 * What the product keeps: digests, baselines and the ledger in Postgres, stage artifacts in Redis,
 * answers of models in both, quotas in Redis; each behind a small interface, most with a twin in
 * memory.
 */
package org.groupdigest.job.persist;
