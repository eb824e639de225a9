package org.groupdigest.job.persist;

import org.groupdigest.job.model.DigestRecord;

/**
 * A digest as the store has it now. Travels between operators: fields are only ever added.
 *
 * @param digest the digest; of its ranking, only as much as is stored
 * @param attempt which making of it, from 1
 */
public record CurrentDigest(DigestRecord digest, int attempt) {}
